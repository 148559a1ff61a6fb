'use client';

import { Printer } from 'lucide-react';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ListSkeleton } from '@/components/ui/list-states';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useMe } from '@/lib/client/session/me-context';
import { useTimetableText } from '@/lib/client/timetable/timetable-text';
import { FreeRoomList } from './free-room-list';
import { RoomChoice } from './room-choice';
import { WeekView } from './week-view';

const views = ['me', 'room', 'faculty', 'course', 'free'] as const;
const fetchWhose = () => import('./whose-week').then((module) => module.WhoseWeek);

/** The timetable as its readers see it: their own week, that of a room, teacher or course, and which rooms are free. */
export function WeekPage() {
  return (
    <Suspense fallback={<ListSkeleton label="" rows={6} />}>
      <Timetable />
    </Suspense>
  );
}

function Timetable() {
  const text = useTimetableText();
  const filter = useAddressFilter();
  const { role } = useMe();
  const own = role !== 'admin';
  const of = views.find((each) => each === filter.get('of')) ?? (own ? 'me' : 'room');
  const id = filter.get('id');
  const choosing = of === 'faculty' || of === 'course' ? of : null;
  const Whose = useFetchedPart(fetchWhose, {
    isWanted: choosing !== null,
    onFailed: () => filter.set({ of: '', id: '' }),
  });
  return (
    <>
      <PageHeader title={text.title}>
        <Button className="print:hidden" onClick={() => window.print()}>
          <Icon of={Printer} /> {text.print}
        </Button>
      </PageHeader>
      <StaleNote />
      <div className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
        <SegmentedControl
          label={text.of}
          value={of}
          options={views
            .filter((value) => own || value !== 'me')
            .map((value) => ({ value, label: text.whose[value] }))}
          onChange={(value) => filter.set({ of: value === 'me' ? '' : value, id: '' })}
        />
        {of === 'room' && <RoomChoice value={id} onChange={(room) => filter.set({ of: 'room', id: room })} />}
        {choosing && Whose && (
          <Whose
            key={choosing}
            of={choosing}
            value={id}
            onChange={(chosen) => filter.set({ of: choosing, id: chosen })}
          />
        )}
      </div>
      {of === 'free' && <FreeRoomList />}
      {of === 'me' && <WeekView of="me" />}
      {of !== 'free' && of !== 'me' && id !== '' && <WeekView of={of} id={id} />}
    </>
  );
}
