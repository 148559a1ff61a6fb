import * as z from 'zod';
import { CalendarLink, NewCalendarLink } from '@/lib/contracts/http/calendar';

const own = { tag: 'timetable', access: ['student', 'faculty'] } as const;

export const readOwn = {
  ...own,
  summary: 'Whether there is an address for calendar programs',
  result: CalendarLink,
} as const;

// Without an idempotency key: the answer would be kept, and the address is kept nowhere.
export const renewOwn = {
  ...own,
  summary: 'A new secret address for calendar programs, shown once; an earlier one ends',
  result: NewCalendarLink,
} as const;

export const revokeOwn = {
  ...own,
  summary: 'End the address for calendar programs',
  result: z.undefined(),
  status: 204,
} as const;
