'use client';

import { Check } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { useAcknowledgeAnnouncement } from '@/lib/client/announcement/acknowledge-announcement';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

interface AcknowledgeProps {
  announcement: AnnouncementView;
  look?: 'primary' | 'secondary';
}

/** Asks the reader to acknowledge, and says since when they have. Nothing where it is not asked for. */
export function Acknowledge({ announcement, look = 'secondary' }: AcknowledgeProps) {
  const text = useText().announcement.acknowledge;
  const format = useFormat();
  const acknowledge = useAcknowledge();
  const { acknowledgement_required, acknowledged_at, status, title } = announcement;
  if (!acknowledgement_required) return null;
  if (acknowledged_at !== null)
    return (
      <p className="flex min-h-8 items-center gap-1.5 text-sm text-ok" title={format.exact(acknowledged_at)}>
        <Icon of={Check} /> {text.done(timeOf(acknowledged_at, format))}
      </p>
    );
  if (status !== 'published') return null;
  return (
    <Button
      look={look}
      size="small"
      className="relative"
      aria-label={text.askedFor(title)}
      onClick={() => acknowledge(announcement)}
    >
      {text.ask}
    </Button>
  );
}

/** Acknowledges, and says so when it could not be done. */
export function useAcknowledge(): (announcement: AnnouncementView) => void {
  const text = useText();
  const { mutate } = useAcknowledgeAnnouncement();
  return (announcement) =>
    mutate(announcement, {
      onError: (error) =>
        toast.error(
          text.announcement.acknowledge.failed(announcement.title, describeProblem(text.problem, error)),
        ),
    });
}

/** The clock today, the date besides on other days. */
function timeOf(at: string, format: ReturnType<typeof useFormat>): string {
  const isToday = Date.now() - Date.parse(at) < 12 * 3_600_000;
  return isToday ? format.clock(at) : format.dateTime(at);
}
