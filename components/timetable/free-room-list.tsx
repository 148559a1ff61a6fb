'use client';

import { useQuery } from '@tanstack/react-query';
import { DoorOpen } from 'lucide-react';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { freeRoomsOptions } from '@/lib/client/timetable/list-rooms';
import { useTimetableText } from '@/lib/client/timetable/timetable-text';

/** The rooms that no class uses now, and for how long. */
export function FreeRoomList() {
  const text = useTimetableText();
  const rooms = useQuery(freeRoomsOptions());
  if (rooms.isPending) return <ListSkeleton label={text.free.loading} rows={5} />;
  if (!rooms.data)
    return (
      <ErrorState title={text.free.notLoaded} error={rooms.error} onRetry={() => void rooms.refetch()} />
    );
  if (rooms.data.items.length === 0)
    return (
      <EmptyState icon={DoorOpen} title={text.free.none}>
        {text.free.noneText}
      </EmptyState>
    );
  return (
    <ul aria-label={text.whose.free} className="max-w-2xl border-t">
      {rooms.data.items.map((room) => (
        <li key={room.id} className="flex flex-wrap items-baseline gap-x-3 border-b py-2">
          <span className="font-strong">{room.code}</span>
          <span className="text-ink-2">
            {room.free_until === null ? text.free.restOfDay : text.free.until(room.free_until)}
          </span>
          <span className="ml-auto text-sm text-ink-3">{text.free.seats(room.capacity)}</span>
        </li>
      ))}
    </ul>
  );
}
