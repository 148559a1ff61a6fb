'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { momentOf } from '@/lib/client/announcement/zoned-time';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { snoozeTimes } from '@/lib/client/notification-preference/snooze-times';
import { useFormat } from '@/lib/client/text/text-context';

const names = ['hour', 'evening', 'tomorrow', 'week'] as const;

/** Until when: a few usual times, or one's own. */
export function SnoozeChoice({ onChoose }: { onChoose: (until: string) => void }) {
  const text = usePreferenceText().snooze;
  const format = useFormat();
  const [now] = useState(() => Date.now());
  const [typed, setTyped] = useState('');
  const times = snoozeTimes(format.timeZone, now);
  const own = momentOf(typed, format.timeZone);
  const isAhead = own !== null && Date.parse(own) > now;
  return (
    <div className="grid gap-2 rounded-md border p-3">
      <div className="flex flex-wrap gap-2">
        {names.map((name) => (
          <Button
            key={name}
            size="small"
            title={format.weekTime(times[name])}
            onClick={() => onChoose(times[name])}
          >
            {text[name]}
          </Button>
        ))}
      </div>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (isAhead) onChoose(own);
        }}
      >
        <Field label={text.custom}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={!isAhead}>
          {text.title}
        </Button>
      </form>
    </div>
  );
}
