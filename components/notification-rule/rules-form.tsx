import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { NewerNote } from '@/components/ui/newer-note';
import { toast } from '@/components/ui/toast';
import { useVersionedFields } from '@/lib/client/form/use-versioned-fields';
import { useCommandText } from '@/lib/client/notification-command/command-text';
import { useChangeRules } from '@/lib/client/notification-preference/change-rules';
import { useRuleText } from '@/lib/client/notification-preference/rule-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { NotificationCategory, NotificationChannel } from '@/lib/contracts/http/notification-category';
import { type MandatoryChannels, NotificationRules } from '@/lib/contracts/http/notification-preference';

type Fields = Pick<NotificationRules, 'rules'>;

const fieldsOf = ({ rules }: NotificationRules): Fields => ({ rules });
const channelsOf = (rules: readonly MandatoryChannels[], category: NotificationCategory) =>
  rules.find((rule) => rule.category === category)?.channels ?? [];
/** In one order, and without what is mandatory nowhere: so two of them can be compared. */
const ordered = (rules: readonly MandatoryChannels[]): MandatoryChannels[] =>
  NotificationCategory.options
    .map((category) => {
      const chosen = channelsOf(rules, category);
      return { category, channels: NotificationChannel.options.filter((each) => chosen.includes(each)) };
    })
    .filter(({ channels }) => channels.length > 0);

/** All rules, saved together; whoever is late has the other rules beside their own. */
export function RulesForm({ rules }: { rules: NotificationRules }) {
  const text = useRuleText();
  const { problem } = useText();
  const { mutate, error, isPending, reset } = useChangeRules();
  const form = useVersionedFields({
    view: rules,
    empty: fieldsOf(rules),
    fieldsOf,
    schema: NotificationRules,
    error,
    reset,
  });
  const { fields, theirs } = form;
  const base = form.over ?? rules;
  const isChanged = JSON.stringify(ordered(fields.rules)) !== JSON.stringify(ordered(base.rules));
  const takeRules = useRef(() => {});
  takeRules.current = () => form.take(rules);
  // What somebody else has saved comes by itself while nothing is typed.
  const isOutdated = !isChanged && !error && rules.version > base.version;
  useEffect(() => {
    if (isOutdated) takeRules.current();
  }, [isOutdated]);
  const toggle = (category: NotificationCategory, channel: NotificationChannel, isOn: boolean) => {
    const before = channelsOf(fields.rules, category);
    const channels = isOn ? [...before, channel] : before.filter((each) => each !== channel);
    form.change({
      rules: [...fields.rules.filter((rule) => rule.category !== category), { category, channels }],
    });
  };
  const send = (over: NotificationRules) =>
    mutate(
      { rules: ordered(fields.rules), version: over.version },
      {
        onSuccess: (saved) => {
          form.take(saved);
          toast.success(text.saved);
        },
      },
    );
  return (
    <form
      noValidate
      aria-label={text.title}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send(base);
      }}
    >
      <RulesTable rules={fields.rules} onToggle={toggle} />
      {theirs ? (
        <NewerNote
          text={text.newer}
          onTake={() => form.take(theirs)}
          onKeep={() => {
            form.keepOver(theirs);
            send(theirs);
          }}
        >
          <Theirs rules={theirs.rules} />
        </NewerNote>
      ) : (
        error && (
          <p role="alert" className="text-danger">
            {describeProblem(problem, error)}
          </p>
        )
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={isPending || !isChanged || theirs !== undefined}>
          {text.save}
        </Button>
        {isChanged && !theirs && <Button onClick={() => form.take(rules)}>{text.discard}</Button>}
      </div>
    </form>
  );
}

interface RulesTableProps {
  rules: readonly MandatoryChannels[];
  onToggle: (category: NotificationCategory, channel: NotificationChannel, isOn: boolean) => void;
}

function RulesTable({ rules, onToggle }: RulesTableProps) {
  const text = useRuleText();
  const { channels: ways, send } = useCommandText();
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="sr-only">{text.title}</caption>
      <thead>
        <tr className="border-b text-sm text-ink-3">
          <th scope="col" className="w-[30%] py-2 font-normal">
            {text.category}
          </th>
          {NotificationChannel.options.map((channel) => (
            <th key={channel} scope="col" className="px-0.5 py-2 text-center font-normal wrap-anywhere">
              {ways[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NotificationCategory.options.map((category) => (
          <tr key={category} className="border-b">
            <th scope="row" className="py-1.5 pr-2 font-normal wrap-anywhere">
              {send.categories[category]}
            </th>
            {NotificationChannel.options.map((channel) => (
              <td key={channel} className="p-0">
                <label className="flex min-h-11 items-center justify-center md:min-h-9">
                  <input
                    type="checkbox"
                    className="size-4 accent-accent"
                    aria-label={text.cell(send.categories[category], ways[channel])}
                    checked={channelsOf(rules, category).includes(channel)}
                    onChange={(event) => onToggle(category, channel, event.target.checked)}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Theirs({ rules }: Fields) {
  const text = useRuleText().newer;
  const { channels: ways, send } = useCommandText();
  const format = useFormat();
  const said = ordered(rules).map(
    ({ category, channels }) =>
      `${send.categories[category]}: ${format.list(channels.map((channel) => ways[channel]))}`,
  );
  return (
    <p className="wrap-anywhere">
      {text.theirs}: {said.length === 0 ? text.nothing : said.join(' · ')}
    </p>
  );
}
