import { LiveRow } from '@/components/realtime/live-row';
import { RowText } from '@/components/ui/row-text';
import { withoutMarks } from '@/lib/client/markdown/without-marks';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { Acknowledge } from './acknowledge';

/** An announcement as a reader sees it in a list. */
export function ReaderRow({ announcement }: { announcement: AnnouncementView }) {
  return (
    <LiveRow id={announcement.id} className="relative flex items-center gap-3 px-1 py-3.5 hover:bg-sunken/60">
      <RowText
        title={announcement.title}
        text={withoutMarks(announcement.content)}
        at={announcement.published_at ?? announcement.created_at}
        priority={announcement.priority}
        href={`/announcements/${announcement.id}`}
      />
      <Acknowledge announcement={announcement} />
    </LiveRow>
  );
}
