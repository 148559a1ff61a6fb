import { LiveRow } from '@/components/realtime/live-row';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { Acknowledge } from './acknowledge';
import { AnnouncementText } from './announcement-text';

/** An announcement as a reader sees it in a list. */
export function ReaderRow({ announcement }: { announcement: AnnouncementView }) {
  return (
    <LiveRow id={announcement.id} className="relative flex items-center gap-3 px-1 py-3.5 hover:bg-sunken/60">
      <AnnouncementText announcement={announcement} />
      <Acknowledge announcement={announcement} />
    </LiveRow>
  );
}
