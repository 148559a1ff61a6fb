'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { DoorOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { SearchField } from '@/components/ui/search-field';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useAllPages } from '@/lib/client/planner/use-all-pages';
import { roomListOptions } from '@/lib/client/room/list-rooms';
import { useRoomText } from '@/lib/client/room/room-text';
import type { RoomView } from '@/lib/contracts/http/timetable';
import { HolidaySection } from './holiday-section';
import { RoomItem } from './room-item';

const fetchDialog = () => import('./room-dialog').then((module) => module.RoomDialog);
const fetchDelete = () => import('./delete-room-dialog').then((module) => module.DeleteRoomDialog);

type Asked = { kind: 'new' } | { kind: 'edit' | 'delete'; room: RoomView };

/** What classes are planned in, and the days without classes. */
export function RoomsPage() {
  const text = useRoomText();
  const { get, set } = useAddressFilter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const stop = () => setAsked(null);
  const Edit = useFetchedPart(fetchDialog, {
    isWanted: asked !== null && asked.kind !== 'delete',
    onFailed: stop,
  });
  const Delete = useFetchedPart(fetchDelete, { isWanted: asked?.kind === 'delete', onFailed: stop });
  return (
    <>
      <PageHeader title={text.title}>
        <Button look="primary" size="small" onClick={() => setAsked({ kind: 'new' })}>
          <Icon of={Plus} /> {text.new}
        </Button>
      </PageHeader>
      <StaleNote />
      <section aria-labelledby="rooms" className="mb-10">
        <h2 id="rooms" className="mb-3 text-md font-strong">
          {text.rooms}
        </h2>
        <div className="mb-4 md:max-w-md">
          <SearchField
            label={text.find}
            placeholder={text.findHint}
            value={get('q')}
            onSearch={(q) => set({ q })}
          />
        </div>
        <RoomList words={get('q')} onAsk={(kind, room) => setAsked({ kind, room })} />
      </section>
      <HolidaySection />
      {asked && asked.kind !== 'delete' && Edit && (
        <Edit room={asked.kind === 'edit' ? asked.room : null} onClose={stop} />
      )}
      {asked?.kind === 'delete' && Delete && <Delete room={asked.room} onClose={stop} />}
    </>
  );
}

function RoomList(props: { words: string; onAsk: (kind: 'edit' | 'delete', room: RoomView) => void }) {
  const text = useRoomText();
  const list = useInfiniteQuery(roomListOptions());
  useAllPages(list);
  const rooms = pageItems(list.data);
  if (list.error && rooms.length === 0)
    return <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <ListSkeleton label={text.loading} rows={6} />;
  const found = rooms.filter((room) => matches(room, props.words));
  if (found.length === 0)
    return (
      <EmptyState icon={DoorOpen} title={rooms.length === 0 ? text.empty : text.none}>
        {rooms.length === 0 ? text.emptyText : text.noneText}
      </EmptyState>
    );
  return (
    <ul aria-label={text.rooms} className="border-t">
      {found.map((room) => (
        <RoomItem key={room.id} room={room} onAsk={(kind) => props.onAsk(kind, room)} />
      ))}
    </ul>
  );
}

/** Every word is somewhere in what is known of the room. */
function matches({ code, name, building, features }: RoomView, words: string): boolean {
  const known = [code, name, building, ...features].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}
