import * as z from 'zod/mini';

/** `GET /api/mail` (admin): what was written to be sent by mail, newest first. Only without a mail server. */
export const MailList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      created_at: z.string(),
    }),
  ),
  next_cursor: z.nullable(z.string()),
});
export type MailList = z.infer<typeof MailList>;

/**
 * `POST /api/mail/bounces`. `failed`: the mail will not arrive. `delayed`: it is still tried, further on. `known`: this report
 * was taken before. `nothing`: it says that all is well.
 */
export const BounceTaken = z.object({ outcome: z.enum(['failed', 'delayed', 'known', 'nothing']) });
export type BounceTaken = z.infer<typeof BounceTaken>;
