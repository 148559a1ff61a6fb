'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { ProfileSection } from '@/components/profile/profile-section';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Icon } from '@/components/ui/icon';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { QuietWindow } from '@/lib/contracts/http/notification-preference';
import type { SectionProps } from './section-props';
import { WeekdaySelect } from './weekday-select';

const night = (weekday: number): QuietWindow => ({ weekday, from: '22:00', until: '07:00' });
const MOST = 28;

/** Hours in which nothing but what is urgent comes through; edited as a whole, then saved. */
export function QuietSection({ settings, save }: SectionProps) {
  const { quiet: text, weekdays } = usePreferenceText();
  const format = useFormat();
  const saved = settings.quiet_hours.map((row, key) => ({ ...row, key }));
  const [rows, setRows] = useState(saved);
  const windows = rows.map(({ key: _key, ...row }) => row);
  const isChanged = JSON.stringify(windows) !== JSON.stringify(settings.quiet_hours);
  const isWrong = windows.some(({ from, until }) => from === '' || until === '' || from === until);
  const nextKey = 1 + Math.max(-1, ...rows.map((row) => row.key));
  const change = (key: number, changed: Partial<QuietWindow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  const { quiet } = settings;
  const isOn = quiet !== null && Date.parse(quiet.since) <= Date.now();
  return (
    <ProfileSection title={text.title}>
      <div className="grid gap-3 py-4">
        <p className="text-sm text-ink-3">{text.hint(settings.time_zone)}</p>
        {quiet && (
          <p>
            {isOn
              ? text.now(format.weekTime(quiet.until))
              : text.next(format.weekTime(quiet.since), format.weekTime(quiet.until))}
          </p>
        )}
        {rows.length === 0 && <p className="text-ink-2">{text.none}</p>}
        {rows.map((row) => {
          const weekday = weekdays[row.weekday - 1] ?? '';
          return (
            <div key={row.key} className="flex flex-wrap items-center gap-2">
              <span className="w-36">
                <WeekdaySelect
                  aria-label={text.weekday}
                  weekday={row.weekday}
                  onWeekday={(chosen) => change(row.key, { weekday: chosen })}
                />
              </span>
              {(['from', 'until'] as const).map((end) => (
                <span key={end} className="w-28">
                  <Input
                    type="time"
                    aria-label={`${weekday}, ${text[end]}`}
                    value={row[end]}
                    onChange={(event) => change(row.key, { [end]: event.target.value.slice(0, 5) })}
                  />
                </span>
              ))}
              <Button
                look="quiet"
                size="icon"
                aria-label={text.remove(weekday, row.from)}
                onClick={() => setRows(rows.filter((each) => each.key !== row.key))}
              >
                <Icon of={X} />
              </Button>
            </div>
          );
        })}
        {isWrong && (
          <p role="alert" className="text-sm text-danger">
            {text.wrong}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          {isChanged && (
            <>
              <Button
                look="primary"
                disabled={isWrong}
                onClick={() => save({ settings: { quiet_hours: windows } })}
              >
                {text.save}
              </Button>
              <Button onClick={() => setRows(saved)}>{text.discard}</Button>
            </>
          )}
          {rows.length < MOST && (
            <Button onClick={() => setRows([...rows, { ...night(1 + (rows.length % 7)), key: nextKey }])}>
              <Icon of={Plus} /> {text.add}
            </Button>
          )}
          {rows.length === 0 && (
            <Button
              onClick={() =>
                setRows([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...night(weekday), key: weekday })))
              }
            >
              {text.everyNight}
            </Button>
          )}
        </div>
      </div>
    </ProfileSection>
  );
}
