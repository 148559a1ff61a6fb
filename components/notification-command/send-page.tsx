'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { AudienceChips } from '@/components/announcement-writing/audience-chips';
import { AudienceInWords } from '@/components/announcement-writing/audience-fields';
import { AudiencePicker } from '@/components/announcement-writing/audience-picker';
import { PageHeader } from '@/components/layout/page-header';
import type { ChosenTemplate } from '@/components/notification-template/template-choice';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Input, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { type ChosenAudience, targetOf } from '@/lib/client/announcement/announcement-form';
import { choicesOf, withoutChoice } from '@/lib/client/announcement/audience-choice';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { momentOf } from '@/lib/client/announcement/zoned-time';
import { wrongCodes } from '@/lib/client/course/wrong-fields';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useSendNotification } from '@/lib/client/notification-command/change-command';
import { useCommandText } from '@/lib/client/notification-command/command-text';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { emptyOptions, SendOptionFields, type SendOptions } from './send-option-fields';

const nobody: ChosenAudience = {
  everyone: false,
  role_names: [],
  department_ids: [],
  courses: [],
  people: [],
};

const noTemplate: ChosenTemplate = { key: '', values: null };

const fetchTemplateChoice = () =>
  import('@/components/notification-template/template-choice').then((module) => module.TemplateChoice);

/** A notification to an audience, now or at a time to come. What the server refuses stands at its field. */
export function SendPage() {
  const text = useCommandText().send;
  const writing = useWritingText();
  const { problem } = useText();
  const { timeZone } = useFormat();
  const router = useRouter();
  const departments = useQuery(departmentListOptions()).data?.items ?? [];
  const { mutate, error, isPending, reset } = useSendNotification();
  const [audience, setAudience] = useState(nobody);
  const [said, setSaid] = useState({ title: '', message: '', action_url: '' });
  const [isTemplate, setIsTemplate] = useState(false);
  const [template, setTemplate] = useState(noTemplate);
  const TemplateChoice = useFetchedPart(fetchTemplateChoice, {
    isWanted: isTemplate,
    onFailed: () => setIsTemplate(false),
  });
  const [options, setOptions] = useState<SendOptions>(emptyOptions);
  const [key, setKey] = useState(() => newKey());
  const [isTried, setIsTried] = useState(false);

  const scheduledAt = options.isLater ? momentOf(options.scheduled, timeZone) : null;
  const target = targetOf(audience);
  const lacking = new Map<string, string>();
  if (!target) lacking.set('target_details', text.noAudience);
  if (isTemplate && (template.key === '' || !isFilled(template))) lacking.set('template_data', '');
  if (!isTemplate && said.title.trim() === '') lacking.set('title', text.noTitle);
  if (options.channels.length === 0) lacking.set('channels', text.noChannel);
  if (options.isLater && scheduledAt === null) lacking.set('scheduled_at', text.noTime);
  const refused = wrongCodes(error);
  const errorOf = (field: string) => {
    const code = refused.get(field);
    return code === undefined
      ? isTried
        ? lacking.get(field)
        : undefined
      : describeFieldError(problem, code);
  };
  // What is changed after a refusal is another wish.
  const changed = () => {
    if (!error) return;
    reset();
    setKey(newKey());
  };
  const choose = (next: ChosenAudience) => {
    changed();
    setAudience(next);
  };
  const say = (change: Partial<typeof said>) => {
    changed();
    setSaid({ ...said, ...change });
  };

  const send = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (lacking.size > 0 || !target) return;
    const { category, priority, channels } = options;
    const body = {
      title: isTemplate ? '' : said.title,
      message: isTemplate ? '' : said.message,
      action_url: said.action_url,
      template_id: isTemplate ? template.key : '',
      template_data: isTemplate ? (template.values ?? {}) : {},
      category,
      priority,
      channels,
      ...target,
      scheduled_at: scheduledAt,
      expires_at: momentOf(options.expires, timeZone),
    };
    mutate(
      { key, body },
      {
        onSuccess: ({ title }) => {
          toast.success(options.isLater ? text.scheduled(title) : text.sent(title));
          router.push('/admin/notifications');
        },
      },
    );
  };

  return (
    <>
      <BackLink href="/admin/notifications">{text.back}</BackLink>
      <PageHeader title={text.title} />
      <form noValidate onSubmit={send} className="grid max-w-3xl gap-4">
        <div className="grid gap-2">
          <AudiencePicker audience={audience} onChange={choose} error={errorOf('target_details')} />
          <AudienceChips
            choices={choicesOf(audience, departments, writing)}
            isFixed={() => false}
            onRemove={(choice) => choose(withoutChoice(audience, choice))}
          />
          <AudienceInWords audience={audience} />
        </div>
        <SegmentedControl
          label={text.wording}
          showLabel
          options={[
            { value: 'own', label: text.own },
            { value: 'template', label: text.fromTemplate },
          ]}
          value={isTemplate ? 'template' : 'own'}
          onChange={(of) => {
            changed();
            setIsTemplate(of === 'template');
          }}
        />
        {isTemplate && TemplateChoice && (
          <TemplateChoice
            chosen={template}
            refused={refusedFields(error)}
            isTried={isTried}
            onChange={(next) => {
              changed();
              setTemplate(next);
            }}
          />
        )}
        {!isTemplate && (
          <>
            <Field label={text.subject} error={errorOf('title')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  value={said.title}
                  onChange={(event) => say({ title: event.target.value })}
                />
              )}
            </Field>
            <Field label={text.message} optional error={errorOf('message')}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={4}
                  maxLength={2_000}
                  value={said.message}
                  onChange={(event) => say({ message: event.target.value })}
                />
              )}
            </Field>
          </>
        )}
        <Field label={text.link} optional hint={text.linkHint} error={errorOf('action_url')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={said.action_url}
              onChange={(event) => say({ action_url: event.target.value })}
            />
          )}
        </Field>
        <SendOptionFields
          options={options}
          errorOf={errorOf}
          onChange={(change) => {
            changed();
            setOptions({ ...options, ...change });
          }}
        />
        {error && refused.size === 0 && (
          <p role="alert" className="text-danger">
            {describeProblem(problem, error)}
          </p>
        )}
        <Button look="primary" type="submit" className="justify-self-start" disabled={isPending}>
          {options.isLater ? text.schedule : text.act}
        </Button>
      </form>
    </>
  );
}

const isFilled = ({ values }: ChosenTemplate) =>
  values !== null && Object.values(values).every((value) => value !== '');

/** The codes of a refusal by the whole path of the field. */
const refusedFields = (error: Error | null): ReadonlyMap<string, string> =>
  new Map(error instanceof ApiProblem ? error.errors.map(({ field, code }) => [field, code]) : []);
