import * as z from 'zod';

const code = z
  .string()
  .min(1)
  .max(40)
  .meta({ examples: ['123456'] });

/** Six digits of the app, or a recovery code. */
export const GivenCode = z.strictObject({ code });

/** `POST /api/me/second-factor/remove`: one of the two. */
export const RemoveSecondFactor = z.union([
  GivenCode,
  z.strictObject({ password: z.string().min(1).max(1_000) }),
]);
