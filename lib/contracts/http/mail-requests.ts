import * as z from 'zod';

export const MailListQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** `POST /api/mail/bounces`: the whole mail, header fields and body (RFC 5322). */
export const TakeBounce = z.object({ message: z.string().min(1) });
