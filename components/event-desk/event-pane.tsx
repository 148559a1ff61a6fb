'use client';

import { useQuery } from '@tanstack/react-query';
import { FileQuestion, MousePointerClick } from 'lucide-react';
import { useState } from 'react';
import { EmptyState, ErrorState } from '@/components/ui/list-states';
import { placeOf } from '@/lib/client/event-desk/desk-feed';
import type { DeskSocket } from '@/lib/client/event-desk/desk-socket';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { DeskEvent, type DeskPlace } from '@/lib/contracts/pushes/desk';
import { EventDetail } from './event-detail';
import { UnmaskDialog } from './unmask-dialog';

interface EventPaneProps {
  socket: DeskSocket | null;
  place: DeskPlace | null;
  text: DeskText;
}

/** The open event: asked for by its place, since it may be older than the list. */
export function EventPane({ socket, place, text }: EventPaneProps) {
  if (!place)
    return (
      <EmptyState icon={MousePointerClick} title={text.event.none.title}>
        {text.event.none.text}
      </EmptyState>
    );
  // What was unmasked belongs to one event: the next begins masked.
  return <OpenEvent key={placeOf(place)} {...{ socket, place, text }} />;
}

function OpenEvent({ socket, place, text }: EventPaneProps & { place: DeskPlace }) {
  const [unmasked, setUnmasked] = useState<DeskEvent | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['event-desk', 'event', placeOf(place)],
    queryFn: () =>
      socket ? socket.ask(DeskEvent, 'desk:event', place) : Promise.reject(new Error('no socket')),
    enabled: socket !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error instanceof ApiProblem && error.code === 'resource.not_found')
    return (
      <EmptyState icon={FileQuestion} title={text.event.gone.title}>
        {text.event.gone.text}
      </EmptyState>
    );
  if (error) return <ErrorState title={text.event.failed} error={error} onRetry={() => void refetch()} />;
  if (isPending)
    return (
      <div role="status" aria-label={text.event.loading} className="grid gap-2 py-2">
        {Array.from({ length: 9 }, (_, row) => row).map((row) => (
          <div key={row} className="skeleton h-4" />
        ))}
      </div>
    );
  const shown = unmasked ?? data;
  return (
    <>
      <EventDetail event={shown} text={text} onUnmask={() => setIsAsking(true)} />
      {isAsking && socket && (
        <UnmaskDialog
          text={text}
          unmask={(reason) => socket.ask(DeskEvent, 'desk:unmask', { ...place, reason })}
          onUnmasked={(event) => {
            setUnmasked(event);
            setIsAsking(false);
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
