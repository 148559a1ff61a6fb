import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { Button } from './button';

/** How the writing of a plan stands, and what can be done. */
export interface PlanWriting {
  isWriting: boolean;
  /** Why it was not written. */
  error: Error | null;
  onConfirm: () => void;
  onLookAgain: () => void;
}

interface PlanDecisionProps extends PlanWriting {
  /** What the button says that writes it; `null`: there is nothing to write, or it may not be. */
  act: string | null;
  lookAgain: string;
}

/** Writes what a file would do; where that is no longer what was shown, offers to look again. */
export function PlanDecision(props: PlanDecisionProps) {
  const { act, isWriting, error, lookAgain, onConfirm, onLookAgain } = props;
  const { problem } = useText();
  const isOutdated = error instanceof ApiProblem && (error.status === 412 || error.status === 404);
  return (
    <>
      {act !== null && !isOutdated && (
        <Button look="primary" disabled={isWriting} onClick={onConfirm}>
          {act}
        </Button>
      )}
      {error && (
        <p role="alert" className="max-w-prose text-danger">
          {describeProblem(problem, error)}
        </p>
      )}
      {isOutdated && <Button onClick={onLookAgain}>{lookAgain}</Button>}
    </>
  );
}
