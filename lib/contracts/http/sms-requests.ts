import * as z from 'zod';

/** `POST /api/sms-receipts`: what a gateway says of a message that it has taken, by the `id` it was given with it. */
export const SmsReceipt = z.object({
  id: z.string().max(100),
  /** `accepted`, `sent`: still on its way. */
  status: z.enum(['accepted', 'sent', 'delivered', 'failed']),
  /** Of `failed`, in the gateway's words. */
  reason: z
    .string()
    .trim()
    .max(2_000)
    .transform((text) => text.slice(0, 500))
    .default(''),
});
export type SmsReceipt = z.output<typeof SmsReceipt>;
