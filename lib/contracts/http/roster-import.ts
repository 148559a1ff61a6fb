import * as z from 'zod/mini';

/** The files of OneRoster that an import takes, in the order in which one refers to the other. */
export const RosterPart = z.enum(['orgs', 'academicSessions', 'users', 'courses', 'classes', 'enrollments']);
export type RosterPart = z.infer<typeof RosterPart>;

/**
 * What an import would do with a row. `link`: what it tells of is here already, as the row says; from now on it is known by
 * its sourced id. `skipped`: not for us, by `note`.
 */
export const RosterRowKind = z.enum(['error', 'change', 'create', 'link', 'unchanged', 'skipped']);
export type RosterRowKind = z.infer<typeof RosterRowKind>;

/** What is wrong with a row: in which column, and what it says there. */
export const RosterProblem = z.object({ column: z.string(), code: z.string(), value: z.string() });
export type RosterProblem = z.infer<typeof RosterProblem>;

/**
 * Why a row is skipped: its type or role is none of ours, the account is not enabled, or it refers to a row that is not
 * taken. `waitlisted`: the course is full, and the student waits in its line.
 */
export const RosterNote = z.enum(['type', 'role', 'disabled', 'reference', 'waitlisted']);
export type RosterNote = z.infer<typeof RosterNote>;

export const RosterRow = z.object({
  part: RosterPart,
  /** Its line in the file as records are counted, the heading being 1. */
  row: z.int(),
  sourced_id: z.string(),
  label: z.string(),
  kind: RosterRowKind,
  changes: z.array(
    z.object({ field: z.string(), old_value: z.nullable(z.string()), new_value: z.nullable(z.string()) }),
  ),
  problems: z.array(RosterProblem),
  note: z.nullable(RosterNote),
});
export type RosterRow = z.infer<typeof RosterRow>;

const RosterCounts = z.object({
  error: z.int(),
  change: z.int(),
  create: z.int(),
  link: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
});
export type RosterCounts = z.infer<typeof RosterCounts>;

/** `POST /api/roster-imports`: the dry run. Nothing of it is written until it is confirmed as it is. */
export const RosterPlan = z.object({
  id: z.string(),
  digest: z.string(),
  expires_at: z.string(),
  /** For each file that was there, how many of its rows are of which kind. */
  parts: z.array(z.object({ part: RosterPart, counts: RosterCounts })),
  /** Of each file and kind the first 50; of those that are wrong the first 200. */
  rows: z.array(RosterRow),
});
export type RosterPlan = z.infer<typeof RosterPlan>;

/** `POST /api/roster-imports/{id}/confirm`: how many rows did what. */
export const RosterResult = z.object({ created: z.int(), changed: z.int(), linked: z.int() });
export type RosterResult = z.infer<typeof RosterResult>;
