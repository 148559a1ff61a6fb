import * as z from 'zod/mini';
import { AttendanceStatus } from './attendance';

/** `GET /api/attendance/rules`: by what the whole university judges attendance. */
export const AttendanceRulesView = z.object({
  /** 0 to 100: below it a student is warned. */
  warning_percentage: z.number(),
  critical_percentage: z.number(),
  /** So many classes must count before anybody is judged. */
  minimum_sessions: z.int(),
  /** So many absences in a row are told of; 0: none. */
  consecutive_absences: z.int(),
  /** What a class brings to who came late, 0 to 1. */
  late_points: z.number(),
  late_after_minutes: z.int(),
  open_early_minutes: z.int(),
  freeze_after_days: z.int(),
  tell_advisor: z.boolean(),
  tell_guardian: z.boolean(),
  version: z.int(),
});
export type AttendanceRulesView = z.infer<typeof AttendanceRulesView>;

/** A status of the university's own, shown beside the four. */
export const CustomStatusView = z.object({
  code: z.string(),
  name: z.string(),
  /** The one that it counts as wherever only the four are known. */
  counts_as: AttendanceStatus,
  /** 0 to 1; `null`: the class does not count. */
  points: z.nullable(z.number()),
  /** Switched off it is not offered any more; marks that have it keep it. */
  is_active: z.boolean(),
  /** Their order. */
  position: z.int(),
  version: z.int(),
});
export type CustomStatusView = z.infer<typeof CustomStatusView>;
export const CustomStatusList = z.object({ items: z.array(CustomStatusView) });
