import * as z from 'zod';
import { AttendanceStatus } from './attendance';
import { humanText } from './text';

const percentage = z.number().min(0).max(100);
const points = z.number().min(0).max(1);
const minutes = z.int().min(0).max(600);

/** `PUT /api/attendance/rules`: all of them. */
export const WriteAttendanceRules = z
  .strictObject({
    warning_percentage: percentage,
    critical_percentage: percentage,
    minimum_sessions: z.int().min(1).max(100),
    consecutive_absences: z.int().min(0).max(50),
    late_points: points,
    late_after_minutes: minutes,
    open_early_minutes: minutes,
    freeze_after_days: z.int().min(0).max(400),
    tell_advisor: z.boolean(),
    tell_guardian: z.boolean(),
  })
  .refine(({ warning_percentage, critical_percentage }) => critical_percentage <= warning_percentage, {
    path: ['critical_percentage'],
    error: 'Must not be above the warning',
  });
export type WriteAttendanceRules = z.output<typeof WriteAttendanceRules>;

/** `PUT /api/attendance/statuses/{code}`: the whole of it. */
export const WriteCustomStatus = z.strictObject({
  name: humanText(1, 60),
  counts_as: AttendanceStatus,
  points: points.nullable(),
  is_active: z.boolean().default(true),
  position: z.int().min(0).max(1_000).default(0),
});
export type WriteCustomStatus = z.output<typeof WriteCustomStatus>;

/** `POST /api/attendance/statuses`: `code` stays for ever, other systems know the status by it. */
export const CreateCustomStatus = WriteCustomStatus.extend({
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, { error: 'Must be small letters, digits, - and _, at most 40' })
    .meta({ examples: ['on-duty'] }),
});
export type CreateCustomStatus = z.output<typeof CreateCustomStatus>;
