'use client';

import { EditDialog } from '@/components/course/edit-dialog';
import { Input, Select, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { wrongCodes } from '@/lib/client/course/wrong-fields';
import { useVersionedFields } from '@/lib/client/form/use-versioned-fields';
import { ApiProblem } from '@/lib/client/http/api-problem';
import {
  emptyTemplate,
  fieldsOfTemplate,
  useSaveTemplate,
} from '@/lib/client/notification-template/change-template';
import type { TriedText } from '@/lib/client/notification-template/preview-template';
import { useTemplateText } from '@/lib/client/notification-template/template-text';
import { describeFieldError } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { Locale } from '@/lib/contracts/http/locale';
import { TemplateView } from '@/lib/contracts/http/notification-template';
import { TemplateTrial } from './template-trial';
import { useTrial } from './use-trial';

/** A new template (`null`), or another text of one, beside what it says; whoever is late sees both versions and decides. */
export function TemplateDialog({
  template,
  onClose,
}: {
  template: TemplateView | null;
  onClose: () => void;
}) {
  const text = useTemplateText();
  const { problem, layout } = useText();
  const { mutate, error, isPending, reset } = useSaveTemplate();
  const form = useVersionedFields({
    view: template,
    empty: emptyTemplate,
    fieldsOf: fieldsOfTemplate,
    schema: TemplateView,
    error,
    reset,
  });
  const { fields, over, key, theirs } = form;
  const trial = useTrial(fields, template?.needed ?? []);
  const refused = wrongCodes(error);
  const isTaken = error instanceof ApiProblem && error.code === 'notification.template_exists';
  const errorOf = (name: string) => {
    // What is wrong with the text is said while it is typed; that it is not there yet only when it is sent.
    const tried = name === 'key' || fields.title.trim() === '' ? undefined : trial.wrong.get(name);
    const code = refused.get(name) ?? tried;
    if (code === undefined) return undefined;
    if (name === 'key' && isTaken) return text.taken;
    return textOfFault(text.faults, code) ?? describeFieldError(problem, code);
  };
  const change = (part: Partial<TriedText>) => {
    if (error && !theirs) reset();
    form.change(part);
  };
  const send = (base: TemplateView | null) =>
    mutate(
      { fields, over: base, key },
      {
        onSuccess: (saved) => {
          toast.success(text.saved(saved.key));
          onClose();
        },
      },
    );
  return (
    <EditDialog
      title={template ? text.editOne(`${template.key} (${layout.languages[template.locale]})`) : text.new}
      act={text.save}
      error={error}
      refusal={isTaken ? text.taken : undefined}
      isPending={isPending}
      isWide
      newer={
        theirs && {
          differences: (['title', 'body'] as const)
            .filter((name) => fields[name] !== theirs[name])
            .map((name) => ({
              label: name === 'title' ? text.subject : text.body,
              mine: fields[name],
              theirs: theirs[name],
            })),
          onTake: () => form.take(theirs),
          onKeep: () => {
            form.keepOver(theirs);
            send(theirs);
          },
        }
      }
      onSend={() => send(over)}
      onClose={onClose}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <div className="grid content-start gap-4">
          {!template && <NameFields fields={fields} error={errorOf('key')} onChange={change} />}
          <Field label={text.subject} error={errorOf('title')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={200}
                value={fields.title}
                onChange={(event) => change({ title: event.target.value })}
              />
            )}
          </Field>
          <Field label={text.body} hint={text.bodyHint} error={errorOf('body')} optional>
            {(control) => (
              <Textarea
                {...control}
                maxLength={2_000}
                value={fields.body}
                onChange={(event) => change({ body: event.target.value })}
              />
            )}
          </Field>
        </div>
        <TemplateTrial shown={trial.shown} needed={trial.needed} values={trial.values} onType={trial.type} />
      </div>
    </EditDialog>
  );
}

const textOfFault = (faults: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(faults, code) ? faults[code] : undefined;

interface NameFieldsProps {
  fields: TriedText;
  error: string | undefined;
  onChange: (change: Partial<TriedText>) => void;
}

function NameFields({ fields, error, onChange }: NameFieldsProps) {
  const text = useTemplateText();
  const { languages } = useText().layout;
  return (
    <>
      <Field label={text.key} hint={text.keyHint} error={error}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            value={fields.key}
            onChange={(event) => onChange({ key: event.target.value })}
          />
        )}
      </Field>
      <Field label={text.language}>
        {(control) => (
          <Select
            {...control}
            value={fields.locale}
            onChange={(event) => onChange({ locale: Locale.parse(event.target.value) })}
          >
            {Locale.options.map((locale) => (
              <option key={locale} value={locale}>
                {languages[locale]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
