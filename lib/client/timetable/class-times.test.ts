import { expect, it } from 'vitest';
import type { Meeting } from '@/lib/contracts/http/timetable';
import { dateIn, nextClass, timedClasses } from './class-times';

const zone = 'Europe/Vienna';
const meeting = (
  date: string,
  start_time: string,
  end_time: string,
  status: Meeting['status'] = 'planned',
) => ({
  id: `${date} ${start_time}`,
  entry_id: 'e1',
  day: date,
  date,
  start_time,
  end_time,
  course: { id: 'c1', code: 'CS201', name: 'Data Structures' },
  faculty: null,
  room: null,
  entry_type: 'lecture' as const,
  status,
  planned: null,
  message: '',
  change_id: null,
  may_change: false,
});
const at = (iso: string) => Date.parse(iso);
const next = (meetings: Meeting[], now: string) =>
  nextClass(timedClasses({ meetings, time_zone: zone }), at(now))?.meeting.id;

it('the university’s clock says when a class is, in summer and in winter', () => {
  const [winter, summer] = timedClasses({
    meetings: [meeting('2026-11-27', '14:00', '15:30'), meeting('2027-07-01', '14:00', '15:30')],
    time_zone: zone,
  });
  expect(winter?.startsAt).toBe(at('2026-11-27T13:00:00Z'));
  expect(winter?.endsAt).toBe(at('2026-11-27T14:30:00Z'));
  expect(summer?.startsAt).toBe(at('2027-07-01T12:00:00Z'));
});

it('the next class is the one that is not over, and never a cancelled one', () => {
  const day = [
    meeting('2026-11-27', '10:00', '11:00'),
    meeting('2026-11-27', '08:00', '09:00'),
    meeting('2026-11-27', '12:00', '13:00', 'cancelled'),
    meeting('2026-11-27', '14:00', '15:00', 'changed'),
  ];
  expect(next(day, '2026-11-27T06:00:00Z')).toBe('2026-11-27 08:00');
  expect(next(day, '2026-11-27T07:59:59Z')).toBe('2026-11-27 08:00');
  // It ends when the next begins: half open.
  expect(next(day, '2026-11-27T08:00:00Z')).toBe('2026-11-27 10:00');
  expect(next(day, '2026-11-27T10:30:00Z')).toBe('2026-11-27 14:00');
  expect(next(day, '2026-11-27T14:00:00Z')).toBeUndefined();
});

it('the date is that of the university', () => {
  expect(dateIn(zone, at('2026-11-27T22:30:00Z'))).toBe('2026-11-27');
  expect(dateIn(zone, at('2026-11-27T23:30:00Z'))).toBe('2026-11-28');
  expect(dateIn(zone, at('2026-11-27T12:00:00Z'), 7)).toBe('2026-12-04');
});
