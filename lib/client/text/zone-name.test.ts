import { expect, it } from 'vitest';
import { isTimeZone } from '@/lib/contracts/http/time-zone';
import { zoneName } from './zone-name';

it.each(['Asia/Calcutta', 'Europe/Kiev', 'Asia/Saigon'])(
  '%s has a name of today, of the same zone',
  (old) => {
    const today = zoneName(old);
    expect(today).not.toBe(old);
    expect(isTimeZone(today)).toBe(true);
    const at = new Date('2026-11-25T12:00:00Z');
    const clock = (timeZone: string) => at.toLocaleString('en', { timeZone });
    expect(clock(today)).toBe(clock(old));
  },
);

it('leaves all others', () => {
  expect(zoneName('Europe/Berlin')).toBe('Europe/Berlin');
});
