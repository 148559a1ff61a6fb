import { expect, it } from 'vitest';
import { addDays, clockIn } from './zone-clock';

it('shows the date and time of the zone, not of the device', () => {
  const at = Date.parse('2026-11-27T23:30:00Z');
  expect(clockIn('Europe/Vienna', at)).toEqual({ date: '2026-11-28', time: '00:30' });
  expect(clockIn('America/New_York', at)).toEqual({ date: '2026-11-27', time: '18:30' });
});

it('counts days across the change of the clocks', () => {
  expect(addDays('2026-10-24', 7)).toBe('2026-10-31');
  expect(addDays('2026-03-01', -7)).toBe('2026-02-22');
});
