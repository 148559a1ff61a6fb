import * as z from 'zod/mini';

/** The same whether or not there is such an account. */
export const ResetRequested = z.object({ accepted: z.boolean() });

export const PasswordReset = z.object({ done: z.boolean() });
