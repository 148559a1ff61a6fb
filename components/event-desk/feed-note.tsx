'use client';

import { clsx } from 'clsx';
import type { DeskFeed } from '@/lib/client/event-desk/desk-feed';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import { useFormat } from '@/lib/client/text/text-context';

/** How the tail is: live, paused, waiting or offline, and what it does not show. */
export function FeedNote({ feed, paused, text }: { feed: DeskFeed; paused: boolean; text: DeskText }) {
  const format = useFormat();
  const said = {
    opening: text.tail.opening,
    live: paused ? text.tail.paused : text.tail.live,
    offline:
      feed.offlineSince === null ? text.tail.failed : text.tail.offline(format.clock(feed.offlineSince)),
    refused: text.tail.refused.title,
    failed: text.tail.failed,
  }[feed.state];
  const isLive = feed.state === 'live' && !paused;
  return (
    <p role="status" className="flex min-w-0 flex-wrap items-center gap-x-3 text-sm text-ink-2">
      <span className="flex items-center gap-2">
        <span
          aria-hidden="true"
          className={clsx(
            'size-2 rounded-full',
            isLive ? 'bg-live' : feed.state === 'live' ? 'bg-warn' : 'bg-line-strong',
          )}
        />
        <span className={isLive ? 'text-live' : undefined}>{said}</span>
      </span>
      {feed.engine && (
        <span className="text-ink-3 max-md:hidden">
          {text.tail.engine[feed.engine]} ·{' '}
          {text.tail.looked(
            format.number(feed.rows.length),
            format.number(Math.max(feed.examined, feed.rows.length)),
          )}
        </span>
      )}
      {feed.leftOut > 0 && (
        <span className="text-warn">{text.tail.leftOut(format.number(feed.leftOut))}</span>
      )}
    </p>
  );
}
