import dynamic from 'next/dynamic';
import { LiveRow } from '@/components/realtime/live-row';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { AnnouncementText } from './announcement-text';

/** Fetched where it is asked for; its height is kept. */
const Acknowledge = dynamic(() => import('./acknowledge').then((module) => module.Acknowledge), {
  loading: () => <span className="min-h-8 w-24 shrink-0" />,
});

/** An announcement as a reader sees it in a list. */
export function ReaderRow({ announcement }: { announcement: AnnouncementView }) {
  return (
    <LiveRow id={announcement.id} className="relative flex items-center gap-3 px-1 py-3.5 hover:bg-sunken/60">
      <AnnouncementText announcement={announcement} />
      {announcement.acknowledgement_required && <Acknowledge announcement={announcement} />}
    </LiveRow>
  );
}
