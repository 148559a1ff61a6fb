'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { Input, Select, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import {
  AnnouncementDraft,
  announcementFormIn,
  emptyAnnouncement,
  targetOf,
} from '@/lib/client/announcement/announcement-form';
import { useMe } from '@/lib/client/session/me-context';
import { useKeptDraft } from '@/lib/client/session/use-kept-draft';
import { useText } from '@/lib/client/text/text-context';
import { Priority } from '@/lib/contracts/http/announcement';
import { AudienceFields } from './audience-fields';
import { ConfirmPublish } from './confirm-publish';
import { useSendAnnouncement } from './use-send-announcement';

/** Writes an announcement: the text on the left, whom it is for on the right; on a phone below each other. */
export function ComposeAnnouncement() {
  const me = useMe();
  const text = useText().announcement;
  const form = useForm({
    resolver: zodResolver(announcementFormIn(text.wrong)),
    defaultValues: emptyAnnouncement,
  });
  const { errors } = form.formState;
  const draft = useKeptDraft({
    key: `announcement:${me.id}`,
    schema: AnnouncementDraft,
    onRestore: (values) => form.reset(values),
  });
  const { keep } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `keep` is made anew each time and does the same
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [form],
  );
  const [toConfirm, setToConfirm] = useState<AnnouncementDraft | null>(null);
  const sending = useSendAnnouncement({ form, onSent: draft.forget });

  return (
    <FormProvider {...form}>
      <PageHeader title={text.write} />
      <form
        noValidate
        aria-label={text.one}
        className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]"
        onSubmit={(event) => void form.handleSubmit(setToConfirm)(event)}
      >
        <div className="grid content-start gap-5">
          <Field label={text.form.title} error={errors.title?.message}>
            {(control) => <Input {...control} autoComplete="off" dir="auto" {...form.register('title')} />}
          </Field>
          <Field label={text.form.text} hint={text.form.textHint} error={errors.content?.message}>
            {(control) => <Textarea {...control} rows={10} dir="auto" {...form.register('content')} />}
          </Field>
        </div>
        <div className="grid content-start gap-5">
          <AudienceFields />
          <Field label={text.form.priority} error={errors.priority?.message}>
            {(control) => (
              <Select {...control} {...form.register('priority')}>
                {Priority.options.map((value) => (
                  <option key={value} value={value}>
                    {text.form.priorities[value]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={text.form.until} optional hint={text.form.untilHint} error={errors.expires?.message}>
            {(control) => <Input {...control} type="datetime-local" {...form.register('expires')} />}
          </Field>
          {errors.root && (
            <p role="alert" className="text-danger">
              {errors.root.message}
            </p>
          )}
          <div className="flex flex-col gap-2 sm:flex-row">
            <Button look="primary" type="submit" disabled={sending.isSending}>
              {text.publish}
            </Button>
            <Button
              disabled={sending.isSending}
              onClick={(event) => void form.handleSubmit(sending.saveDraft)(event)}
            >
              {text.form.saveDraft}
            </Button>
          </div>
        </div>
      </form>
      <ConfirmPublish
        title={toConfirm?.title ?? ''}
        audience={toConfirm ? sending.nameAudience(toConfirm) : ''}
        target={toConfirm && targetOf(toConfirm)}
        open={toConfirm !== null}
        onOpenChange={(open) => !open && setToConfirm(null)}
        isPublishing={sending.isSending}
        problem={undefined}
        onConfirm={() => {
          if (toConfirm) void sending.publish(toConfirm).finally(() => setToConfirm(null));
        }}
      />
    </FormProvider>
  );
}
