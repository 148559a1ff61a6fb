'use client';

import { AlarmClock, CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { WhyPanel } from '@/components/notification-preference/why-panel';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { useChangeNotifications } from '@/lib/client/notification/change-notifications';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { SnoozeChoice } from './snooze-choice';

/** What is rarely done with the opened one: put it off, and ask why it is there. */
export function OpenedTools({
  notification,
  onClose,
}: {
  notification: NotificationView;
  onClose: () => void;
}) {
  const { why, snooze: text, bulk } = usePreferenceText();
  const { problem } = useText();
  const format = useFormat();
  const { mutate } = useChangeNotifications((error) =>
    toast.error(bulk.notChanged(describeProblem(problem, error))),
  );
  const [asked, setAsked] = useState<'snooze' | 'why' | null>(null);
  const { id, snoozed_until } = notification;
  return (
    <div className="grid gap-3">
      {snoozed_until !== null && (
        <p className="flex flex-wrap items-center gap-2 text-ink-2">
          {text.until(format.weekTime(snoozed_until))}
          <Button size="small" onClick={() => mutate({ ids: [id], change: 'woken' })}>
            {text.cancel}
          </Button>
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          look="quiet"
          size="small"
          aria-expanded={asked === 'snooze'}
          onClick={() => setAsked(asked === 'snooze' ? null : 'snooze')}
        >
          <Icon of={AlarmClock} /> {text.title}
        </Button>
        <Button
          look="quiet"
          size="small"
          aria-expanded={asked === 'why'}
          onClick={() => setAsked(asked === 'why' ? null : 'why')}
        >
          <Icon of={CircleHelp} /> {why.ask}
        </Button>
      </div>
      {asked === 'snooze' && (
        <SnoozeChoice
          onChoose={(until) => {
            mutate({ ids: [id], change: 'snoozed', until });
            toast.undo(text.done(format.weekTime(until)), () => mutate({ ids: [id], change: 'woken' }));
            onClose();
          }}
        />
      )}
      {asked === 'why' && <WhyPanel id={id} />}
    </div>
  );
}
