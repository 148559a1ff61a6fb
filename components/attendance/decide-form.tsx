import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useCorrectionText } from '@/lib/client/attendance/correction-text';
import { useDecideRequest } from '@/lib/client/attendance/decide-request';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { CorrectionRequest } from '@/lib/contracts/http/attendance-correction';

/** Accepts a request, or refuses it with a reason. What was looked at goes along: another mark now is shown first. */
export function DecideForm({ request }: { request: CorrectionRequest }) {
  const text = useCorrectionText();
  const own = useAttendanceProblemText();
  const { problem } = useText();
  const { mutate, isPending, error } = useDecideRequest(request.id);
  const [answer, setAnswer] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const { name } = request.student;
  const decide = (accept: boolean) => {
    const said = answer.trim();
    setIsMissing(!accept && said === '');
    if (!accept && said === '') return;
    mutate(
      { accept, answer: said, mark_version: request.mark.version },
      { onSuccess: () => toast.success(accept ? text.accepted(name) : text.refused(name)) },
    );
  };
  const isChanged = error instanceof ApiProblem && error.status === 412;
  return (
    <div className="grid max-w-prose gap-2">
      <Field
        label={text.answerLabel}
        hint={text.answerHint}
        error={isMissing ? text.answerMissing : undefined}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            autoComplete="off"
            value={answer}
            onChange={(event) => {
              setAnswer(event.target.value);
              setIsMissing(false);
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          size="small"
          disabled={isPending}
          aria-label={text.acceptOf(name)}
          onClick={() => decide(true)}
        >
          {text.accept}
        </Button>
        <Button
          size="small"
          disabled={isPending}
          aria-label={text.refuseOf(name)}
          onClick={() => decide(false)}
        >
          {text.refuse}
        </Button>
      </div>
      {error && (
        <p role="alert" className="text-danger">
          {isChanged ? text.changedMeanwhile : describeProblem(problem, error, own)}
        </p>
      )}
    </div>
  );
}
