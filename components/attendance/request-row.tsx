import { Paperclip } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import { useAttendanceProblemText } from '@/lib/client/attendance/attendance-problem-text';
import { useCorrectionText } from '@/lib/client/attendance/correction-text';
import { requestFilePath, useWithdrawRequest } from '@/lib/client/attendance/decide-request';
import { sayClass } from '@/lib/client/attendance/say-class';
import { useMe } from '@/lib/client/session/me-context';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { CorrectionRequest, RequestState } from '@/lib/contracts/http/attendance-correction';
import { DecideForm } from './decide-form';

const tones = {
  open: 'accent',
  accepted: 'neutral',
  refused: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<RequestState, string>;

/** One request: what is asked for, why, and what has become of it; what can be done about it below. */
export function RequestRow({ request }: { request: CorrectionRequest }) {
  const text = useCorrectionText();
  const format = useFormat();
  const { role } = useMe();
  const { session, student, mark, state, file } = request;
  const isStaff = role !== 'student';
  const now = mark.custom_code || text.statuses[mark.status ?? 'unmarked'];
  return (
    <li className="grid gap-2 border-b py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 font-strong wrap-anywhere">
          {isStaff && (
            <>
              <bdi>{student.name}</bdi>
              {': '}
            </>
          )}
          {session.course.code}, {sayClass(format, session)}
        </p>
        <RelativeTime at={request.created_at} className="text-sm text-ink-3" />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {state !== 'open' && <Badge tone={tones[state]}>{text.states[state]}</Badge>}
        <span>
          {state === 'open'
            ? text.wants(now, text.statuses[request.wanted_status])
            : text.statuses[request.wanted_status]}
        </span>
        {file && (
          <a
            href={requestFilePath(request.id)}
            download
            className="inline-flex min-h-11 items-center gap-1.5 wrap-anywhere text-accent hover:underline md:min-h-0"
          >
            <Icon of={Paperclip} />
            <bdi>{text.file(file.name, sizeOf(file.size, format.number))}</bdi>
          </a>
        )}
        {isStaff && (
          <Link
            href={`/attendance/sessions/${session.id}/history`}
            className="inline-flex min-h-11 items-center text-accent hover:underline md:min-h-0"
          >
            {text.toHistory}
          </Link>
        )}
      </p>
      <p className="max-w-prose whitespace-pre-line wrap-anywhere text-ink-2" dir="auto">
        {request.note}
      </p>
      {request.decided_by && (
        <p className="max-w-prose border-l-2 border-line-strong pl-3 wrap-anywhere text-ink-2">
          {text.decided(request.decided_by.name)}
          {request.answer && (
            <>
              {': '}
              <bdi>{request.answer}</bdi>
            </>
          )}
        </p>
      )}
      {state === 'open' && (isStaff ? <DecideForm request={request} /> : <Withdraw id={request.id} />)}
    </li>
  );
}

/** Bytes as "340 kB" or "1.2 MB". */
const sizeOf = (size: number, number: (value: number) => string) =>
  size < 1_000_000
    ? `${number(Math.max(1, Math.round(size / 1_000)))} kB`
    : `${number(Math.round(size / 100_000) / 10)} MB`;

function Withdraw({ id }: { id: string }) {
  const text = useCorrectionText();
  const own = useAttendanceProblemText();
  const { problem } = useText();
  const { mutate, isPending } = useWithdrawRequest(id);
  const withdraw = () =>
    mutate(undefined, {
      onSuccess: () => toast.success(text.withdrawn),
      onError: (error) => toast.error(describeProblem(problem, error, own)),
    });
  return (
    <div>
      <Button size="small" disabled={isPending} onClick={withdraw}>
        {text.withdraw}
      </Button>
    </div>
  );
}
