'use client';

import { type FormEvent, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Button } from '@/components/ui/button';
import { Check } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { FieldError } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { wrongCodes } from '@/lib/client/course/wrong-fields';
import { useCommandText } from '@/lib/client/notification-command/command-text';
import { fieldsOfTemplate, useTestTemplate } from '@/lib/client/notification-template/change-template';
import { useTemplateText } from '@/lib/client/notification-template/template-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { TemplateView } from '@/lib/contracts/http/notification-template';
import { TemplateTrial } from './template-trial';
import { useTrial } from './use-trial';

/** Sends what a template says to whoever asks, by the channels chosen. */
export function TestDialog({ template, onClose }: { template: TemplateView; onClose: () => void }) {
  const text = useTemplateText();
  const { channels: ways } = useCommandText();
  const { problem } = useText();
  const { mutate, error, isPending, reset } = useTestTemplate(template.id);
  const trial = useTrial(fieldsOfTemplate(template), template.needed);
  const [channels, setChannels] = useState<readonly NotificationChannel[]>(['in_app']);
  const [key, setKey] = useState(() => newKey());
  // What is changed after a refusal is another request.
  const changed = () => {
    reset();
    setKey(newKey());
  };
  const hasNoWay = wrongCodes(error).has('channels');
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate(
      { key, values: trial.values, channels },
      {
        onSuccess: () => {
          toast.success(text.testing.sent);
          onClose();
        },
      },
    );
  };
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={text.testing.title(template.key)}
      description={text.testing.about}
      isWide
      actions={
        <>
          <Button onClick={onClose}>{text.testing.close}</Button>
          <Button
            look="primary"
            type="submit"
            form="template-test"
            disabled={isPending || channels.length === 0 || !trial.shown}
          >
            {text.testing.act}
          </Button>
        </>
      }
    >
      <form id="template-test" noValidate className="grid gap-4" onSubmit={send}>
        <fieldset>
          <legend className="mb-1.5 font-strong">{text.testing.ways}</legend>
          <div className="flex flex-wrap gap-x-6">
            {NotificationChannel.options.map((channel) => (
              <Check
                key={channel}
                checked={channels.includes(channel)}
                onChange={(event) => {
                  const { checked } = event.target;
                  changed();
                  setChannels(
                    NotificationChannel.options.filter((each) =>
                      each === channel ? checked : channels.includes(each),
                    ),
                  );
                }}
              >
                {ways[channel]}
              </Check>
            ))}
          </div>
          <FieldError
            message={
              channels.length === 0 ? text.testing.noChannel : hasNoWay ? text.testing.noWay : undefined
            }
          />
        </fieldset>
        <TemplateTrial
          shown={trial.shown}
          needed={trial.needed}
          values={trial.values}
          onType={(variable, value) => {
            changed();
            trial.type(variable, value);
          }}
        />
      </form>
      {error && !hasNoWay && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error)}
        </p>
      )}
    </DialogWindow>
  );
}
