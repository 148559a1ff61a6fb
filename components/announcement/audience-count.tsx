'use client';

import { useQuery } from '@tanstack/react-query';
import { audienceCountOptions } from '@/lib/client/announcement/count-audience';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement';

/** How many people it reaches, from the server; nothing is shown while nobody is chosen. */
export function AudienceCount({ target }: { target: AnnouncementTarget | null }) {
  return (
    <p role="status" aria-label="Recipients" className="min-h-5 text-sm text-ink-2">
      {target && <Count target={target} />}
    </p>
  );
}

function Count({ target }: { target: AnnouncementTarget }) {
  const count = useQuery(audienceCountOptions(target));
  if (count.data) return reach(count.data.recipients);
  return count.isError ? 'How many people it reaches could not be counted.' : 'Counting…';
}

function reach(recipients: number): string {
  if (recipients === 0) return 'Reaches nobody.';
  return recipients === 1 ? 'Reaches 1 person.' : `Reaches ${recipients.toLocaleString('en')} people.`;
}
