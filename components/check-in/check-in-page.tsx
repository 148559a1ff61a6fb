'use client';

import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { useCheckIn } from '@/lib/client/check-in/check-in';
import { useCheckInText, useDescribeCheckIn } from '@/lib/client/check-in/check-in-text';
import { forgetToken } from '@/lib/client/check-in/kept-token';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { CheckedInNote } from './checked-in-note';
import { TypeCode } from './type-code';
import { useScannedToken } from './use-scanned-token';

/** A student checks in: by what the camera has read, at once, or by typing what stands below it. */
export function CheckInPage() {
  const text = useCheckInText();
  const describe = useDescribeCheckIn();
  const { mutate, data, error, variables, isPending, reset } = useCheckIn();
  const send = (shown: { token: string } | { code: string }) =>
    mutate(shown, {
      onSuccess: forgetToken,
      // What the server has judged is no use any more; what it has not heard is kept, over a log-in too.
      onError: (problem) => {
        if (problem instanceof ApiProblem && !isUnheard(problem)) forgetToken();
      },
    });
  useScannedToken((token) => send({ token }));
  const canRepeat = error instanceof ApiProblem && isUnheard(error) && variables !== undefined;
  return (
    <div className="max-w-md">
      <PageHeader title={text.title} />
      <div role="status">
        {isPending && <p className="text-md text-ink-2">{text.student.sending}</p>}
        {data && <CheckedInNote checkedIn={data} onAnother={reset} />}
      </div>
      {error && (
        <div role="alert" className="mb-6 grid justify-items-start gap-3 rounded-md bg-danger-tint p-4">
          <p className="text-md text-danger">{describe(error)}</p>
          {canRepeat && <Button onClick={() => send(variables)}>{text.student.again}</Button>}
        </div>
      )}
      {!data && !isPending && <TypeCode onCode={(code) => send({ code })} />}
    </div>
  );
}

/** Whether the same may be sent again: it did not arrive, or nobody was signed in. */
const isUnheard = ({ code, retriable }: ApiProblem) =>
  code !== 'rate.limited' && (retriable || code === 'auth.required');
