'use client';

import { useQuery } from '@tanstack/react-query';
import { Pin } from 'lucide-react';
import { useState } from 'react';
import { PublishDialog } from '@/components/announcement-writing/publish-dialog';
import { ReachInShort } from '@/components/reach/reach-in-short';
import { LiveRow } from '@/components/realtime/live-row';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { AnnouncementActions } from './announcement-actions';
import { editHref, reachHref } from './author-places';
import { describeAudience } from './describe-audience';
import { StatusBadge } from './status-badge';

/** An announcement as those who write them see it: with its audience, how far it has come, and what can be done with it. */
export function AuthorRow({ announcement }: { announcement: AnnouncementView }) {
  const { announcement: text } = useText();
  const reach = useReachText();
  const format = useFormat();
  const { may_announce } = useMe();
  const departments = useQuery(departmentListOptions());
  const [isAsking, setIsAsking] = useState(false);
  const { id, title, status, pinned_at, published_at, priority } = announcement;
  // A draft is gone on with; of all else the author wants to know how far it has come.
  const isUnfinished = status === 'draft' && may_announce;
  const audience = describeAudience(announcement, departments.data?.items ?? [], {
    words: text.audience,
    format,
  });
  return (
    <LiveRow id={id} className="relative flex items-center gap-2 px-1 py-3 hover:bg-sunken/60 md:py-1.5">
      <div className="min-w-0 grow md:flex md:items-baseline md:gap-4">
        <p className="min-w-0 font-strong wrap-anywhere md:grow md:truncate">
          {pinned_at !== null && (
            <span className="mr-1.5 inline-block align-[-2px] text-ink-3" title={reach.pinned}>
              <Icon of={Pin} />
              <span className="sr-only">{reach.pinned}</span>
            </span>
          )}
          <Link
            href={isUnfinished ? editHref(id) : reachHref(id)}
            data-row=""
            className="after:absolute after:inset-0"
          >
            <bdi>{title}</bdi>
          </Link>
        </p>
        <p className="flex shrink-0 flex-wrap items-center gap-x-2 text-sm text-ink-3">
          {status !== 'published' && <StatusBadge status={status} />}
          <PriorityBadge priority={priority} />
          <span className="max-w-64 truncate">{text.to(audience)}</span>
          {published_at !== null && (
            <>
              <span aria-hidden="true">·</span>
              <ReachInShort id={id} />
            </>
          )}
          <span aria-hidden="true">·</span>
          <WhenOf announcement={announcement} />
        </p>
      </div>
      {isUnfinished && (
        <Button
          size="small"
          className="relative"
          aria-label={text.publishTitle(title)}
          onClick={() => setIsAsking(true)}
        >
          {text.publish}
        </Button>
      )}
      <AnnouncementActions announcement={announcement} withEdit />
      {isAsking && (
        <PublishDialog announcement={announcement} audience={audience} onClose={() => setIsAsking(false)} />
      )}
    </LiveRow>
  );
}

/** Of what is to come when it comes, of all else since when it is there. */
function WhenOf({ announcement }: { announcement: AnnouncementView }) {
  const text = useReachText().list;
  const format = useFormat();
  const { scheduled_for, published_at, created_at } = announcement;
  if (scheduled_for !== null)
    return <time dateTime={scheduled_for}>{text.due(format.dateTime(scheduled_for))}</time>;
  return <RelativeTime at={published_at ?? created_at} />;
}
