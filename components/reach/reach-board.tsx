'use client';

import { Pin, SquarePen } from 'lucide-react';
import { AnnouncementActions } from '@/components/announcement/announcement-actions';
import { editHref } from '@/components/announcement/author-places';
import { StateNote } from '@/components/announcement/state-note';
import { StatusBadge } from '@/components/announcement/status-badge';
import { PageHeader } from '@/components/layout/page-header';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { Reach } from '@/lib/contracts/http/reach';
import { ReachBars } from './reach-bars';
import { ReachedPeople } from './reached-people';
import { ReminderPanel } from './reminder-panel';

interface ReachBoardProps {
  announcement: AnnouncementView;
  reach: Reach;
  onDeleted: () => void;
}

/** One announcement with its numbers, its reminder and its people. */
export function ReachBoard({ announcement, reach, onDeleted }: ReachBoardProps) {
  const text = useReachText();
  const { may_announce } = useMe();
  const { id, title, status, published_at } = announcement;
  return (
    <>
      <PageHeader title={title}>
        <div className="ml-auto flex items-center gap-2">
          {may_announce && status !== 'archived' && (
            <Button asChild>
              <Link href={editHref(id)}>
                <Icon of={SquarePen} /> {text.edit}
              </Link>
            </Button>
          )}
          <AnnouncementActions announcement={announcement} onDeleted={onDeleted} />
        </div>
      </PageHeader>
      <Facts announcement={announcement} />
      <StateNote announcement={announcement} />
      {published_at !== null && (
        <div className="grid min-w-0 gap-9">
          <ReachBars reach={reach} />
          {may_announce && status === 'published' && <ReminderPanel reach={reach} />}
          <ReachedPeople reach={reach} />
        </div>
      )}
    </>
  );
}

function Facts({ announcement }: { announcement: AnnouncementView }) {
  const text = useReachText();
  const format = useFormat();
  const { id, status, priority, pinned_at, published_at, created_at, expires_at, created_by } = announcement;
  return (
    <p className="-mt-2 mb-6 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3">
      <StatusBadge status={status} />
      <PriorityBadge priority={priority} />
      {pinned_at !== null && (
        <Badge>
          <Icon of={Pin} className="mr-1 size-3" />
          {text.pinned}
        </Badge>
      )}
      <bdi>{created_by.name}</bdi>
      <span aria-hidden="true">·</span>
      <RelativeTime at={published_at ?? created_at} />
      {expires_at !== null && (
        <>
          <span aria-hidden="true">·</span>
          <time dateTime={expires_at}>{text.list.until(format.dateTime(expires_at))}</time>
        </>
      )}
      <span aria-hidden="true">·</span>
      <Link href={`/announcements/${id}`} className="-my-2.5 rounded-sm py-2.5 text-accent hover:underline">
        {text.read}
      </Link>
    </p>
  );
}
