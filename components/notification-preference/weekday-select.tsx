import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/controls';
import { usePreferenceText } from '@/lib/client/notification-preference/preference-text';

interface WeekdaySelectProps extends Omit<ComponentProps<typeof Select>, 'value' | 'onChange' | 'children'> {
  /** 1: Monday. */
  weekday: number;
  onWeekday: (weekday: number) => void;
}

/** A day of the week. */
export function WeekdaySelect({ weekday, onWeekday, ...select }: WeekdaySelectProps) {
  const { weekdays } = usePreferenceText();
  return (
    <Select {...select} value={weekday} onChange={(event) => onWeekday(Number(event.target.value))}>
      {weekdays.map((name, index) => (
        <option key={name} value={index + 1}>
          {name}
        </option>
      ))}
    </Select>
  );
}
