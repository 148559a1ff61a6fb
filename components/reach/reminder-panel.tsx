'use client';

import { useQueryClient } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { v4 as newKey } from 'uuid';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { announcementKeys } from '@/lib/client/announcement/announcement-keys';
import { useReachText } from '@/lib/client/announcement/reach-text';
import { useRemindOutstanding } from '@/lib/client/announcement/remind-outstanding';
import { useStopReminding } from '@/lib/client/announcement/stop-reminding';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { Reach } from '@/lib/contracts/http/reach';
import type { RemindAnnouncement } from '@/lib/contracts/http/reach-requests';
import { describeReminder, isRunning } from './describe-reminder';

const rhythms = ['once', 'hour', 'day'] as const satisfies RemindAnnouncement['every'][];

/** The reminder of an announcement: how to start one, what has become of the last one, and how to stop it. */
export function ReminderPanel({ reach }: { reach: Reach }) {
  const text = useReachText().remind;
  const format = useFormat();
  const { reminder, counts } = reach;
  const runs = reminder !== null && isRunning(reminder);
  useLookAfterRound(reach);
  const section = useFocusOnSwap(runs);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={text.title}
      className="grid content-start justify-items-start gap-3 outline-none"
    >
      <h2 className="text-md">{text.title}</h2>
      <p role="status" className="text-ink-2 empty:hidden">
        {reminder &&
          describeReminder(reminder, {
            outstanding: counts.outstanding,
            words: text,
            time: format.dateTime,
          })}
      </p>
      {runs ? <StopReminding reach={reach} /> : <StartReminding reach={reach} />}
    </section>
  );
}

/** Starting and stopping take each other's button away: whoever pressed it stays where it was. */
function useFocusOnSwap(runs: boolean) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(runs);
  useEffect(() => {
    if (before.current === runs) return;
    before.current = runs;
    if (document.activeElement === document.body) section.current?.focus();
  }, [runs]);
  return section;
}

function StopReminding({ reach }: { reach: Reach }) {
  const { problem } = useText();
  const words = useReachText();
  const { stop: label, stopped, untilAll } = words.remind;
  const stop = useStopReminding(reach.announcement_id);
  return (
    <>
      {reach.counts.outstanding > 0 && <p className="text-ink-2">{untilAll}</p>}
      <Button
        disabled={stop.isPending}
        onClick={() =>
          stop.mutate(undefined, {
            onSuccess: () => toast.success(stopped),
            onError: (error) => toast.error(describeProblem(problem, error)),
          })
        }
      >
        {label}
      </Button>
    </>
  );
}

/** One click: the button says to how many it goes. */
function StartReminding({ reach }: { reach: Reach }) {
  const { problem } = useText();
  const words = useReachText();
  const text = words.remind;
  const format = useFormat();
  const remind = useRemindOutstanding(reach.announcement_id);
  const [every, setEvery] = useState<RemindAnnouncement['every']>('once');
  // Kept while the same request is tried again; the next intention gets the next one.
  const key = useRef(newKey());
  const { targeted, outstanding } = reach.counts;
  if (outstanding === 0)
    return <p className="text-ink-2">{targeted === 0 ? text.nobody : text.allAnswered}</p>;
  const start = () =>
    remind.mutate(
      { every, idempotencyKey: key.current },
      {
        onSuccess: () => {
          key.current = newKey();
          toast.success(text.started(outstanding));
        },
        onError: (error) => toast.error(describeProblem(problem, error)),
      },
    );
  return (
    <>
      <SegmentedControl
        label={text.how}
        options={rhythms.map((value) => ({ value, label: text.every[value] }))}
        value={every}
        onChange={(value) => {
          key.current = newKey();
          setEvery(value);
        }}
      />
      <p className="text-ink-2">
        {text.goesTo[reach.acknowledgement_required ? 'acknowledge' : 'read']}
        {every !== 'once' && ` ${text.untilAll}`}
      </p>
      <Button look="primary" className="max-md:w-full" disabled={remind.isPending} onClick={start}>
        <Icon of={BellRing} /> {text.button(format.number(outstanding))}
      </Button>
    </>
  );
}

/** How long after a round is due its outcome is looked for, ms. */
const roundTakes = 2_000;
/** What a timer can hold; a reminder of a day does not come near it, a wrong clock may. */
const longestTimer = 2_000_000_000;

/** A round that finds nobody sends nothing, so no push tells that the reminder has ended: the board looks. */
function useLookAfterRound({ announcement_id, reminder }: Reach): void {
  const queryClient = useQueryClient();
  const nextAt = reminder && isRunning(reminder) ? reminder.next_at : null;
  useEffect(() => {
    if (nextAt === null) return;
    const wait = Math.max(0, Date.parse(nextAt) - Date.now()) + roundTakes;
    const look = () =>
      void queryClient.invalidateQueries({ queryKey: announcementKeys.reach(announcement_id) });
    const timer = setTimeout(look, Math.min(wait, longestTimer));
    return () => clearTimeout(timer);
  }, [announcement_id, nextAt, queryClient]);
}
