import * as z from 'zod/mini';

/** `GET /api/calendar`: since when the reader has an address for calendar programs; `null`: there is none. */
export const CalendarLink = z.object({ created_at: z.nullable(z.string()) });
export type CalendarLink = z.infer<typeof CalendarLink>;

/** `POST /api/calendar`: the address, shown this once. Whoever knows it reads the classes. */
export const NewCalendarLink = z.object({ url: z.string(), created_at: z.string() });
export type NewCalendarLink = z.infer<typeof NewCalendarLink>;
