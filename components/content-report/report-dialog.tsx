import { useState } from 'react';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';

interface ReportDialogProps {
  text: {
    readonly title: string;
    readonly about: string;
    readonly reason: string;
    readonly send: string;
    readonly cancel: string;
  };
  refusal: string | null;
  isPending: boolean;
  onReport: (reason: string) => void;
  onClose: () => void;
}

/** Asks what is wrong with something before it is told to those who moderate. */
export function ReportDialog({ text, refusal, isPending, onReport, onClose }: ReportDialogProps) {
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  return (
    <AskedDialog
      title={text.title}
      about={text.about}
      act={text.send}
      cancel={text.cancel}
      refusal={refusal}
      isPending={isPending || reason === ''}
      onAct={() => onReport(reason)}
      onClose={onClose}
    >
      <Field label={text.reason}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={500}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </AskedDialog>
  );
}
