'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarDays, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { addDays } from '@/components/timetable/zone-clock';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { SearchField } from '@/components/ui/search-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { type RosterText, useRosterText } from '@/lib/client/attendance/attendance-roster-text';
import { sessionListOptions } from '@/lib/client/attendance/list-sessions';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { useMe } from '@/lib/client/session/me-context';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import type { AttendanceSession, AttendanceSessionList } from '@/lib/contracts/http/attendance';
import { isTaken, SessionItem, sessionKey } from './session-item';

const fetchAdHoc = () => import('./ad-hoc-dialog').then((module) => module.AdHocDialog);
const SPAN = 13;

/** The classes whose attendance one takes: those of today first, then what was and may still be missing. */
export function StaffAttendance() {
  const text = useRosterText();
  const me = useMe();
  const { get, set } = useAddressFilter();
  const [isMaking, setIsMaking] = useState(false);
  const to = /^\d{4}-\d{2}-\d{2}$/.test(get('to')) ? get('to') : '';
  const list = useQuery(sessionListOptions(to === '' ? {} : { from: addDays(to, -SPAN), to }));
  const AdHoc = useFetchedPart(fetchAdHoc, { isWanted: isMaking, onFailed: () => setIsMaking(false) });
  return (
    <>
      <PageHeader title={text.title}>
        <div className="flex flex-wrap gap-2">
          {(['requests', 'reports', 'import'] as const).map((place) => (
            <Button key={place} asChild size="small">
              <Link href={`/attendance/${place}`}>{text.list[place]}</Link>
            </Button>
          ))}
          {me.role === 'admin' && (
            <Button asChild size="small">
              <Link href="/admin/attendance">{text.list.rules}</Link>
            </Button>
          )}
          {me.role === 'admin' && (
            <Button asChild size="small">
              <Link href="/admin/attendance/numbers">{text.list.numbers}</Link>
            </Button>
          )}
          <Button size="small" onClick={() => setIsMaking(true)}>
            <Icon of={Plus} /> {text.list.adHoc}
          </Button>
        </div>
      </PageHeader>
      <div className="mb-4 flex flex-wrap gap-3">
        <div className="min-w-56 grow md:max-w-sm">
          <SearchField
            label={text.list.find}
            placeholder={text.list.findHint}
            value={get('q')}
            onSearch={(q) => set({ q })}
          />
        </div>
        <SegmentedControl
          label={text.list.show}
          options={[
            { value: '', label: text.list.all },
            { value: 'open', label: text.list.open },
          ]}
          value={get('show') === 'open' ? 'open' : ''}
          onChange={(show) => set({ show })}
        />
      </div>
      <StaleNote />
      {list.isPending && <ListSkeleton label={text.list.loading} rows={6} />}
      {list.isError && !list.data && (
        <ErrorState title={text.list.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && (
        <Days list={list.data} text={text} words={get('q')} isOpenOnly={get('show') === 'open'} />
      )}
      {list.data && (
        <nav aria-label={text.title} className="mt-4 flex flex-wrap items-center gap-2">
          <Button size="small" onClick={() => set({ to: addDays(list.data.from, -1) })}>
            {text.list.earlier}
          </Button>
          {to !== '' && (
            <Button
              size="small"
              onClick={() => {
                const next = addDays(list.data.to, SPAN + 1);
                set({ to: next >= list.data.today ? '' : next });
              }}
            >
              {text.list.later}
            </Button>
          )}
          <span className="text-sm text-ink-3">{text.list.times}</span>
        </nav>
      )}
      {AdHoc && isMaking && (
        <Suspense>
          <AdHoc onClose={() => setIsMaking(false)} />
        </Suspense>
      )}
    </>
  );
}

interface DaysProps {
  list: AttendanceSessionList;
  text: RosterText;
  words: string;
  isOpenOnly: boolean;
}

function Days({ list, text, words, isOpenOnly }: DaysProps) {
  const dayTitle = useDayTitle();
  const found = list.items.filter((each) => matches(each, words) && !(isOpenOnly && isTaken(each)));
  const isAll = words === '' && !isOpenOnly;
  const isNow = list.to >= list.today;
  const days = [...new Set([...(isNow && isAll ? [list.today] : []), ...found.map(({ date }) => date)])];
  const rows = useListKeys<HTMLDivElement>();
  if (days.length === 0)
    return (
      <EmptyState icon={CalendarDays} title={isAll ? text.list.none : text.list.noMatch}>
        {isAll ? text.list.noneText : text.list.noMatchText}
      </EmptyState>
    );
  return (
    <div ref={rows} className="grid gap-6">
      {days.map((day) => {
        const own = found.filter(({ date }) => date === day);
        const title = day === list.today ? text.list.today(dayTitle(day)) : dayTitle(day);
        return (
          <section key={day} aria-label={title}>
            <h2 className="border-b pb-2 text-md">{title}</h2>
            {own.length === 0 ? (
              <EmptyState icon={CalendarDays} title={text.list.noneToday}>
                {text.list.noneTodayText}
              </EmptyState>
            ) : (
              <ul>
                {own.map((session) => (
                  <SessionItem key={sessionKey(session)} session={session} isPast={day < list.today} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** Every word is in the code, the name, or the title. */
function matches({ course, title }: AttendanceSession, words: string): boolean {
  const known = `${course.code} ${course.name} ${title}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}
