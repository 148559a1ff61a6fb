'use client';

import { ListFilter, Pause, Play, Radio, ShieldOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState } from '@/components/ui/list-states';
import { useIsWide } from '@/components/ui/use-is-wide';
import { type DeskFeed, placeOf } from '@/lib/client/event-desk/desk-feed';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import type { DeskPlace, DeskRow } from '@/lib/contracts/pushes/desk';
import { EventList } from './event-list';
import { FeedNote } from './feed-note';
import { Sheet } from './sheet';

interface DeskPanesProps {
  text: DeskText;
  feed: DeskFeed & { retry: () => void };
  rows: readonly DeskRow[];
  label: string;
  empty: { title: string; text: string };
  openPlace: DeskPlace | null;
  onOpen: (place: DeskPlace) => void;
  onClose: () => void;
  /** Another view is another list: it begins at its top. */
  view: string;
  /** How many facets narrow it. */
  narrowed: number;
  narrow: ReactNode;
  event: ReactNode;
}

/** Facets, list, one event: side by side where there is room, else the list with the others as sheets over it. */
export function DeskPanes(props: DeskPanesProps) {
  const { text, feed, rows, openPlace, narrow, narrowed, event } = props;
  const [paused, setPaused] = useState(false);
  const [isNarrowing, setIsNarrowing] = useState(false);
  const hasFacets = useIsWide('xl', false);
  const hasEvent = useIsWide('lg', false);
  const pause = () => setPaused((last) => !last);
  return (
    <div className="flex h-[calc(100dvh-15.5rem)] min-h-96 border-t md:h-[calc(100dvh-12rem)]">
      {hasFacets && (
        <section
          aria-label={text.facets.title}
          className="w-60 shrink-0 overflow-y-auto border-r py-3 pr-4 pl-1"
        >
          {narrow}
        </section>
      )}
      <section aria-label={props.label} className="flex min-w-0 grow flex-col">
        <div className="flex min-h-11 items-center justify-between gap-3 border-b py-1 md:px-3">
          <FeedNote feed={feed} paused={paused} text={text} />
          <div className="flex gap-2">
            {!hasFacets && (
              <Button size="small" onClick={() => setIsNarrowing(true)}>
                <Icon of={ListFilter} />
                {narrowed > 0 ? text.facets.active(narrowed) : text.facets.show}
              </Button>
            )}
            <Button size="small" aria-pressed={paused} onClick={pause}>
              <Icon of={paused ? Play : Pause} />
              {paused ? text.tail.resume : text.tail.pause}
            </Button>
          </div>
        </div>
        <ListBody {...props} rows={rows} paused={paused} onPause={pause} />
      </section>
      {hasEvent ? (
        <section aria-label={text.event.title} className="w-104 shrink-0 overflow-y-auto border-l py-3 pl-4">
          {event}
        </section>
      ) : (
        <Sheet
          open={openPlace !== null}
          title={text.event.title}
          close={text.event.close}
          onClose={props.onClose}
        >
          {event}
        </Sheet>
      )}
      {!hasFacets && (
        <Sheet
          open={isNarrowing}
          title={text.facets.title}
          close={text.event.close}
          onClose={() => setIsNarrowing(false)}
        >
          {narrow}
        </Sheet>
      )}
    </div>
  );
}

function ListBody(props: DeskPanesProps & { paused: boolean; onPause: () => void }) {
  const { text, feed, rows, openPlace } = props;
  if (feed.state === 'refused')
    return (
      <EmptyState icon={ShieldOff} title={text.tail.refused.title}>
        {text.tail.refused.text}
      </EmptyState>
    );
  if (feed.state === 'failed' && feed.error)
    return <ErrorState title={text.tail.failed} error={feed.error} onRetry={feed.retry} />;
  if (rows.length === 0 && feed.state === 'opening') return <RowsSkeleton />;
  if (rows.length === 0)
    return (
      <EmptyState icon={Radio} title={props.empty.title}>
        {props.empty.text}
      </EmptyState>
    );
  return (
    <EventList
      key={props.view}
      rows={rows}
      label={props.label}
      text={text}
      paused={props.paused}
      openPlace={openPlace && placeOf(openPlace)}
      onOpen={({ topic, partition, offset }) => props.onOpen({ topic, partition, offset })}
      onPause={props.onPause}
    />
  );
}

function RowsSkeleton() {
  return (
    <div aria-hidden="true">
      {Array.from({ length: 14 }, (_, row) => row).map((row) => (
        <div key={row} className="flex h-8 items-center gap-3 border-b px-3">
          <div className="skeleton h-3 w-20" />
          <div className="skeleton h-3 w-44" />
          <div className="skeleton h-3 grow" />
        </div>
      ))}
    </div>
  );
}
