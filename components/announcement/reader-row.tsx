import Link from 'next/link';
import { LiveRow } from '@/components/realtime/live-row';
import { PriorityBadge } from '@/components/ui/priority-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

/** An announcement as a reader sees it in a list; the whole row opens it. */
export function ReaderRow({ announcement }: { announcement: AnnouncementView }) {
  return (
    <LiveRow id={announcement.id} className="relative px-1 py-3.5 hover:bg-sunken/60">
      <div className="flex items-baseline gap-3">
        <h3 className="min-w-0 grow wrap-anywhere">
          <Link href={`/announcements/${announcement.id}`} className="after:absolute after:inset-0">
            <bdi>{announcement.title}</bdi>
          </Link>
        </h3>
        <RelativeTime
          at={announcement.published_at ?? announcement.created_at}
          className="shrink-0 text-sm text-ink-3"
        />
      </div>
      <div className="mt-0.5 flex items-center gap-2">
        <PriorityBadge priority={announcement.priority} />
        <p className="line-clamp-2 min-w-0 max-w-prose wrap-anywhere text-ink-2 md:line-clamp-1" dir="auto">
          {announcement.content}
        </p>
      </div>
    </LiveRow>
  );
}
