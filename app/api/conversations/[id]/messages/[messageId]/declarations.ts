import * as z from 'zod';

/** What every route of one message says of itself. */
export const ofMessage = {
  tag: 'conversations',
  access: 'signed-in',
  params: z.object({ id: z.string(), messageId: z.string() }),
} as const;
