import * as z from 'zod';
import { humanText, searchText } from './text';

/** What of the audit list is wanted; everything given must hold. */
export const AuditQuery = z.object({
  /** Who did it. */
  actor_id: z.uuid().optional(),
  /** To whom or what it was done. */
  subject_id: humanText(1, 100).optional(),
  /** `person.edited`, or a noun alone for all that was done to such. */
  action: z
    .string()
    .max(60)
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .optional(),
  /** In the name of who did it, or of what it was done to. */
  query: searchText().optional(),
  /** Not before this moment. */
  since: z.iso.datetime({ offset: true }).optional(),
  /** Before this moment. */
  until: z.iso.datetime({ offset: true }).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.output<typeof AuditQuery>;
