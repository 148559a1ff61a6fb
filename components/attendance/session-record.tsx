'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Users } from 'lucide-react';
import { PageSection } from '@/components/course/page-section';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { BackLink } from '@/components/ui/back-link';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useCorrectionText } from '@/lib/client/attendance/correction-text';
import { rosterAtOptions } from '@/lib/client/attendance/get-roster-at';
import { sayClass } from '@/lib/client/attendance/say-class';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useFormat } from '@/lib/client/text/text-context';
import type { RosterAt } from '@/lib/contracts/http/attendance-correction';
import { MarkHistory } from './mark-history';

/** A class as its marks were at an instant of the address, and everything that was changed in it. */
export function SessionRecord({ id }: { id: string }) {
  const text = useCorrectionText();
  const format = useFormat();
  const address = useAddressFilter();
  const at = instantOf(address.get('at'));
  const record = useQuery(rosterAtOptions(id, at));
  const title = record.data
    ? `${record.data.session.course.code}, ${sayClass(format, record.data.session)}`
    : text.recordTitle;
  return (
    <>
      <BackLink href={`/attendance/sessions/${id}`}>{text.recordBack}</BackLink>
      <PageHeader title={title} />
      <StaleNote />
      {record.isPending && <ListSkeleton label={text.historyLoading} rows={6} />}
      {record.isError && !record.data && (
        <ErrorState
          title={text.historyNotLoaded}
          error={record.error}
          onRetry={() => void record.refetch()}
        />
      )}
      {record.data && (
        <div className="grid gap-8 md:grid-cols-2">
          <PageSection title={text.rosterAt}>
            <div className="max-w-72 py-3">
              <Field label={text.moment}>
                {(control) => (
                  <Select
                    {...control}
                    value={at}
                    onChange={(event) => address.set({ at: event.target.value })}
                  >
                    <option value="">{text.asNow}</option>
                    {at !== '' && !record.data.moments.some((moment) => moment.at === at) && (
                      <option value={at}>{format.dateTime(at)}</option>
                    )}
                    {momentsOf(record.data).map((moment) => (
                      <option key={moment.at} value={moment.at}>
                        {format.exact(moment.at)} · {text.moments(moment.changes)}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </div>
            <p role="status" className="pb-2 text-sm text-ink-2">
              {at === '' ? text.asNow : text.asOf(format.exact(at))}
            </p>
            <Students record={record.data} isOld={record.isPlaceholderData} />
          </PageSection>
          <PageSection title={text.changes}>
            <MarkHistory sessionId={id} />
          </PageSection>
        </div>
      )}
    </>
  );
}

/** What is no instant is now. */
const instantOf = (text: string) =>
  Number.isNaN(Date.parse(text)) ? '' : new Date(Date.parse(text)).toISOString();

/** Two people may have saved in one millisecond: that is one moment. */
function momentsOf({ moments }: RosterAt): { at: string; changes: number }[] {
  const counts = new Map<string, number>();
  for (const { at, changes } of moments) counts.set(at, (counts.get(at) ?? 0) + changes);
  return [...counts].map(([at, changes]) => ({ at, changes }));
}

function Students({ record: { students }, isOld }: { record: RosterAt; isOld: boolean }) {
  const text = useCorrectionText();
  if (students.length === 0)
    return (
      <EmptyState icon={Users} title={text.nobody.title}>
        {text.nobody.text}
      </EmptyState>
    );
  return (
    <ul aria-label={text.rosterAt} aria-busy={isOld} className={clsx('border-t', isOld && 'opacity-55')}>
      {students.map((student) => (
        <li
          key={student.id}
          className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 border-b py-1"
        >
          <bdi className="min-w-0 wrap-anywhere">{student.name}</bdi>
          <span className={student.status === null ? 'text-ink-3' : 'text-ink'}>
            {student.custom_code || text.statuses[student.status ?? 'unmarked']}
            {student.remark !== '' && (
              <span className="text-ink-2">
                {', '}
                <bdi>{student.remark}</bdi>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
