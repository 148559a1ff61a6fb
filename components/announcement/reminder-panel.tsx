'use client';

import { BellRing } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { useRemindOutstanding } from '@/lib/client/announcement/remind-outstanding';
import { useStopReminding } from '@/lib/client/announcement/stop-reminding';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { type Reach, RemindAnnouncement } from '@/lib/contracts/http/announcement';

const rhythms = RemindAnnouncement.shape.every.unwrap().options;

/** Reminds those who have not answered, and shows the reminder that runs. */
export function ReminderPanel({ reach }: { reach: Reach }) {
  const { reach: words, problem } = useText();
  const text = words.remind;
  const format = useFormat();
  const remind = useRemindOutstanding(reach.announcement_id);
  const stop = useStopReminding(reach.announcement_id);
  const [every, setEvery] = useState<RemindAnnouncement['every']>('once');
  // Kept while the same request is tried again; the next intention gets the next one.
  const key = useRef(crypto.randomUUID());
  const { reminder, counts } = reach;
  const isRunning = reminder !== null && reminder.ended_at === null && reminder.next_at !== null;
  const complain = (error: Error) => toast.error(describeProblem(problem, error));

  if (isRunning)
    return (
      <Panel title={text.title}>
        <p role="status">{text.running(format.dateTime(reminder.next_at ?? ''), reminder.rounds)}</p>
        <p className="text-ink-2">{text.untilAll}</p>
        <Button
          disabled={stop.isPending}
          onClick={() =>
            stop.mutate(undefined, { onSuccess: () => toast.success(text.stopped), onError: complain })
          }
        >
          {text.stop}
        </Button>
      </Panel>
    );
  if (counts.outstanding === 0)
    return (
      <Panel title={text.title}>
        <p role="status">{text.allAnswered}</p>
      </Panel>
    );
  return (
    <Panel title={text.title}>
      <SegmentedControl
        label={text.how}
        options={rhythms.map((value) => ({ value, label: text.every[value] }))}
        value={every}
        onChange={setEvery}
      />
      <p className="text-ink-2">{every === 'once' ? null : text.untilAll}</p>
      <Button
        look="primary"
        disabled={remind.isPending}
        onClick={() =>
          remind.mutate(
            { every, idempotencyKey: key.current },
            {
              onSuccess: () => {
                key.current = crypto.randomUUID();
                toast.success(text.started(format.number(counts.outstanding)));
              },
              onError: complain,
            },
          )
        }
      >
        <Icon of={BellRing} /> {text.button(counts.outstanding, format.number(counts.outstanding))}
      </Button>
    </Panel>
  );
}

function Panel({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="grid content-start justify-items-start gap-3">
      <h2 className="font-strong">{title}</h2>
      {children}
    </section>
  );
}
