'use client';

import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
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
  /** Called when it is pressed, before the row may go. */
  onAsked?: () => void;
}

/** Asks the reader to acknowledge, and says since when they have. Nothing where it is not asked for. */
export function Acknowledge({ announcement, look = 'secondary', onAsked }: AcknowledgeProps) {
  const text = useText().reading.acknowledge;
  const format = useFormat();
  const acknowledge = useAcknowledge();
  const wasPressed = useRef(false);
  const done = useRef<HTMLParagraphElement>(null);
  const { acknowledgement_required, acknowledged_at, status, title } = announcement;
  const isDone = acknowledged_at !== null;
  useEffect(() => {
    // The button has gone: whoever pressed it hears what stands in its place.
    if (isDone && wasPressed.current) done.current?.focus();
    wasPressed.current = false;
  }, [isDone]);
  if (!acknowledgement_required) return null;
  if (isDone)
    return (
      <p
        ref={done}
        tabIndex={-1}
        className="relative flex min-h-8 shrink-0 items-center gap-1.5 text-sm text-ok outline-none"
        title={format.exact(acknowledged_at)}
      >
        <Icon of={Check} /> {text.done(timeOf(acknowledged_at, format))}
      </p>
    );
  if (status !== 'published') return null;
  return (
    <Button
      look={look}
      size={look === 'primary' ? 'normal' : 'small'}
      className="relative"
      aria-label={text.askedFor(title)}
      onClick={() => {
        wasPressed.current = true;
        onAsked?.();
        acknowledge(announcement);
      }}
    >
      {text.ask}
    </Button>
  );
}

/** Acknowledges what is on the screen, at once; says so when it could not be done, also when its row has gone by then. */
function useAcknowledge(): (announcement: AnnouncementView) => void {
  const { reading, problem } = useText();
  const { mutateAsync } = useAcknowledgeAnnouncement();
  return (announcement) =>
    void mutateAsync(announcement).catch((error: unknown) =>
      toast.error(reading.acknowledge.failed(announcement.title, describeProblem(problem, error))),
    );
}

const halfADay = 12 * 3_600_000;

/** The clock for what is fresh, the date besides for what is older. */
function timeOf(at: string, format: ReturnType<typeof useFormat>): string {
  return Date.now() - Date.parse(at) < halfADay ? format.clock(at) : format.dateTime(at);
}
