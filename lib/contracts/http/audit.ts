import * as z from 'zod/mini';

const Side = z.nullable(z.record(z.string(), z.unknown()));

/** One change: who, what, and the fields that are another now. */
export const AuditView = z.object({
  id: z.string(),
  /** `noun.verb`, such as `person.edited`. */
  action: z.string(),
  subject_kind: z.string(),
  subject_id: z.string(),
  /** What the subject is called now; empty when nobody knows. */
  subject_name: z.string(),
  /** `null` when the clock did it. */
  actor_id: z.nullable(z.string()),
  actor_name: z.string(),
  /** `null` for what is new. */
  before: Side,
  /** `null` for what is gone. */
  after: Side,
  /** What the ids among the values are called now; what is gone has no name. */
  names: z.record(z.string(), z.string()),
  reason: z.string(),
  ip_address: z.string(),
  created_at: z.string(),
});
export type AuditView = z.infer<typeof AuditView>;

/** `GET /api/audit` (admin), newest first. */
export const AuditList = z.object({ items: z.array(AuditView), next_cursor: z.nullable(z.string()) });
export type AuditList = z.infer<typeof AuditList>;
