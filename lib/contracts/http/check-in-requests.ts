import * as z from 'zod';

/** By an offset a moment may come to lie in the year 10000, which no answer could tell. */
const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !(Date.parse(text) >= Date.UTC(10_000, 0)), { error: 'Too far away' });

/** `POST /api/attendance/sessions/{id}/check-in`: start, or change how it goes on. */
export const StartCheckIn = z.strictObject({
  /** Who comes after it is late; `null`: nobody. */
  late_after: instant.nullable().default(null),
  /** When it ends by itself. */
  ends_at: instant.nullable().default(null),
  /** Who has no mark when the class is closed is absent then. */
  absent_at_close: z.boolean().default(true),
});
export type StartCheckIn = z.output<typeof StartCheckIn>;

/** `POST /api/check-in`: what the QR code held, or what was typed. */
export const CheckIn = z.union([
  z.strictObject({ token: z.string().min(1).max(200) }),
  z.strictObject({ code: z.string().trim().min(1).max(40) }),
]);
export type CheckIn = z.output<typeof CheckIn>;

/** `POST /api/attendance/sessions/{id}/check-in/clear`: somebody has looked at a doubtful check-in. */
export const ClearDoubt = z.strictObject({ student_id: z.uuid() });
export type ClearDoubt = z.output<typeof ClearDoubt>;
