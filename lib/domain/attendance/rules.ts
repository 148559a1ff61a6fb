import * as z from 'zod';
import type { AttendanceRulesView } from '@/lib/contracts/http/attendance-rules';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';

/** By what the whole university judges attendance; an administrator may change each. */
export const AttendanceRules = z.object({
  /** Below this share of the classes that count, 0 to 100, a student is warned. */
  warning_percentage: z.number().min(0).max(100).default(75),
  critical_percentage: z.number().min(0).max(100).default(65),
  /** So many classes must count before anybody is judged. */
  minimum_sessions: z.int().min(1).max(100).default(4),
  /** So many absences in a row are told of; 0: none. */
  consecutive_absences: z.int().min(0).max(50).default(3),
  /** What a class brings to who came late, 0 to 1. */
  late_points: z.number().min(0).max(1).default(1),
  /** Minutes after the begin from which a check-in is late. */
  late_after_minutes: z.int().min(0).max(600).default(10),
  /** Minutes before the begin from which a class can be marked. */
  open_early_minutes: z.int().min(0).max(600).default(15),
  /** Days after a class on which its marks can still change. */
  freeze_after_days: z.int().min(0).max(400).default(14),
  tell_advisor: z.boolean().default(true),
  tell_guardian: z.boolean().default(false),
});
export type AttendanceRules = z.output<typeof AttendanceRules>;

/** The row of `setting` that holds them; what is missing in it is the default. */
export const RULES_SETTING = 'attendance.rules';

export async function readRules(sql: SqlTx): Promise<AttendanceRules> {
  const { version: _version, ...rules } = await readVersionedRules(sql);
  return rules;
}

/** The rules with their version: how often they were changed. */
export async function readVersionedRules(sql: SqlTx): Promise<AttendanceRulesView> {
  const { rows } = await sql.query<{ value: unknown }>(READ, [RULES_SETTING]);
  return VersionedRules.parse(rows[0]?.value ?? {});
}

const VersionedRules = AttendanceRules.extend({ version: z.int().default(0) });

const READ = prepared('SELECT value FROM setting WHERE name = $1');
