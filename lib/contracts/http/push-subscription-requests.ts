import * as z from 'zod';

const isBytes = (least: number, most: number) => (text: string) => {
  const bytes = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  return bytes >= least && bytes <= most;
};

/** `POST /api/push-subscriptions`: what a browser says of its subscription (`PushSubscription.toJSON()`). */
export const AddPushSubscription = z.object({
  endpoint: z
    .url()
    .max(1_000)
    .meta({ examples: ['https://fcm.googleapis.com/fcm/send/example'] }),
  keys: z.object({
    p256dh: z
      .string()
      .regex(/^[\w-]+=*$/)
      .refine(isBytes(65, 65), { error: 'Must be a point of P-256' })
      .meta({
        examples: ['BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'],
      }),
    auth: z
      .string()
      .regex(/^[\w-]+=*$/)
      .refine(isBytes(16, 16), { error: 'Must have 16 bytes' })
      .meta({ examples: ['BTBZMqHH6r4Tts7J_aSIgg'] }),
  }),
});
export type AddPushSubscription = z.output<typeof AddPushSubscription>;

/** `POST /api/notification-deliveries/{id}/arrival` */
export const PushArrived = z.object({ token: z.string().max(100) });
