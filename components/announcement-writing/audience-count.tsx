'use client';

import { useQuery } from '@tanstack/react-query';
import { audienceCountOptions } from '@/lib/client/announcement/count-audience';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';

/** How many people it reaches, from the server; nothing is shown while nobody is chosen. */
export function AudienceCount({ target }: { target: AnnouncementTarget | null }) {
  const text = useText().announcement.count;
  return (
    <p role="status" aria-label={text.label} className="min-h-5 text-sm text-ink-2">
      {target && <Count target={target} />}
    </p>
  );
}

function Count({ target }: { target: AnnouncementTarget }) {
  const text = useText().announcement.count;
  const count = useQuery(audienceCountOptions(target));
  if (count.data) return text.reaches(count.data.recipients);
  return count.isError ? text.failed : text.counting;
}
