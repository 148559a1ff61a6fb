import * as z from 'zod';

const isBytes = (least: number, most: number) => (text: string) => {
  const bytes = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  return bytes >= least && bytes <= most;
};

/** `POST /api/push-subscriptions`: what a browser says of its subscription (`PushSubscription.toJSON()`). */
export const AddPushSubscription = z.object({
  endpoint: z.url().max(1_000),
  keys: z.object({
    p256dh: z
      .string()
      .regex(/^[\w-]+=*$/)
      .refine(isBytes(65, 65), { error: 'Must be a point of P-256' }),
    auth: z
      .string()
      .regex(/^[\w-]+=*$/)
      .refine(isBytes(16, 16), { error: 'Must have 16 bytes' }),
  }),
});
export type AddPushSubscription = z.output<typeof AddPushSubscription>;

/** `POST /api/notification-deliveries/{id}/arrival` */
export const PushArrived = z.object({ token: z.string().max(100) });
