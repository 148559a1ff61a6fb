import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useRosterText } from '@/lib/client/attendance/attendance-roster-text';

interface ClosedNoteProps {
  isCorrecting: boolean;
  reason: string;
  onReason: (reason: string) => void;
  onCorrect: (isCorrecting: boolean) => void;
}

/** A closed class can change once it is said why. */
export function ClosedNote({ isCorrecting, reason, onReason, onCorrect }: ClosedNoteProps) {
  const { roster: text } = useRosterText();
  return (
    <div className="mb-4 grid max-w-2xl gap-2">
      <p className="text-ink-2">{text.closedNote}</p>
      {isCorrecting ? (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-56 grow">
            <Field label={text.reason}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={500}
                  placeholder={text.reasonHint}
                  value={reason}
                  onChange={(event) => onReason(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Button onClick={() => onCorrect(false)}>{text.correctDone}</Button>
        </div>
      ) : (
        <div>
          <Button size="small" onClick={() => onCorrect(true)}>
            {text.correct}
          </Button>
        </div>
      )}
    </div>
  );
}
