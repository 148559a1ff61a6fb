import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useContentReportText } from '@/lib/client/content-report/content-report-text';
import { useDecideReport } from '@/lib/client/content-report/list-reports';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ContentReportView } from '@/lib/contracts/http/content-report';

const deeds = [
  { look: 'danger', label: 'hide', name: 'hideOf', body: { outcome: 'resolved', hide: true } },
  { look: 'secondary', label: 'keep', name: 'keepOf', body: { outcome: 'resolved', hide: false } },
  { look: 'secondary', label: 'dismiss', name: 'dismissOf', body: { outcome: 'dismissed', hide: false } },
] as const;

/** Follows a report, with or without hiding what it is about, or dismisses it; with a note to whoever reported it. */
export function DecideReport({ report }: { report: ContentReportView }) {
  const text = useContentReportText();
  const { problem } = useText();
  const { mutate, isPending, error } = useDecideReport(report.id);
  const [note, setNote] = useState('');
  return (
    <div className="grid max-w-prose gap-2">
      <Field label={text.note} hint={text.noteHint} optional>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            maxLength={500}
            autoComplete="off"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        {deeds.map(({ look, label, name, body }) => (
          <Button
            key={label}
            look={look}
            size="small"
            disabled={isPending}
            aria-label={text[name](report.author.name)}
            onClick={() =>
              mutate({ ...body, note: note.trim() }, { onSuccess: () => toast.success(text.done) })
            }
          >
            {text[label]}
          </Button>
        ))}
      </div>
      {error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error, text.problems)}
        </p>
      )}
    </div>
  );
}
