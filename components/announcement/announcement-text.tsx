import { RowText } from '@/components/ui/row-text';
import { withoutMarks } from '@/lib/client/markdown/without-marks';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

/** What a row of a list says of an announcement, and the way to it. */
export function AnnouncementText({ announcement }: { announcement: AnnouncementView }) {
  return (
    <RowText
      title={announcement.title}
      text={withoutMarks(announcement.content)}
      at={announcement.published_at ?? announcement.created_at}
      priority={announcement.priority}
      href={`/announcements/${announcement.id}`}
    />
  );
}
