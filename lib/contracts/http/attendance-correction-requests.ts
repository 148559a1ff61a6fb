import * as z from 'zod';
import { WantedStatus } from './attendance-correction';
import { humanText } from './text';

/** The largest file that may come with a request, in bytes. */
export const FILE_BYTES = 2 * 1024 * 1024;
/** What the file of a request may be, by its content. */
export const FILE_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;

const paging = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** `GET /api/attendance/requests` */
export const CorrectionRequestQuery = z.object({
  /** Those that nobody has decided, or those that are over; all without it. */
  open: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  ...paging,
});
export type CorrectionRequestQuery = z.output<typeof CorrectionRequestQuery>;

/** `POST /api/attendance/requests`; at most one that is open for a class. */
export const AskCorrection = z.strictObject({
  session_id: z.uuid(),
  wanted_status: WantedStatus,
  note: humanText(1, 1_000).meta({ examples: ['I was there, the scanner did not take my card'] }),
  /** A certificate or the like: PDF, PNG or JPEG by its content, at most 2 MB, as base64. */
  file: z
    .strictObject({
      name: humanText(1, 120).meta({ examples: ['certificate.pdf'] }),
      content: z
        .base64()
        .min(1)
        .max(Math.ceil(FILE_BYTES / 3) * 4),
    })
    .nullable()
    .default(null),
});
export type AskCorrection = z.output<typeof AskCorrection>;

/** `POST /api/attendance/requests/{id}/decide`. To refuse one says why. */
export const DecideRequest = z
  .strictObject({
    accept: z.boolean(),
    answer: humanText(0, 500).default(''),
    /** The version of the mark that was looked at; another one now is refused with it. */
    mark_version: z.int().min(0).optional(),
  })
  .refine(({ accept, answer }) => accept || answer !== '', {
    path: ['answer'],
    error: 'Say why it is refused',
  });
export type DecideRequest = z.output<typeof DecideRequest>;

/** `GET /api/attendance/sessions/{id}/history` */
export const HistoryQuery = z.object({ student_id: z.uuid().optional(), ...paging });
export type HistoryQuery = z.output<typeof HistoryQuery>;

/** `GET /api/attendance/sessions/{id}/roster`; without an instant: as it is. */
export const RosterAtQuery = z.object({ at: z.iso.datetime({ offset: true }).optional() });
export type RosterAtQuery = z.output<typeof RosterAtQuery>;
