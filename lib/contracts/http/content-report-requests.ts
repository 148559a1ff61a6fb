import * as z from 'zod';
import { humanText } from './text';

/** `GET /api/content-reports` */
export const ContentReportQuery = z.object({
  /** Those that nobody has decided, or those that are over; all without it. */
  open: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ContentReportQuery = z.output<typeof ContentReportQuery>;

/** `POST /api/content-reports/{id}/decide`: about this report and all others of the same thing that are open. */
export const DecideContentReport = z
  .strictObject({
    outcome: z.enum(['resolved', 'dismissed']),
    /** What was done, or why nothing; whoever reported it reads it. */
    note: humanText(0, 500).default(''),
    /** What was reported is hidden from its readers. */
    hide: z.boolean().default(false),
  })
  .refine(({ outcome, hide }) => outcome === 'resolved' || !hide, {
    path: ['hide'],
    error: 'What a dismissed report is about stays',
  });
export type DecideContentReport = z.output<typeof DecideContentReport>;
