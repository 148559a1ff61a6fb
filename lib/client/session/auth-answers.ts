import * as z from 'zod/mini';

/** What next-auth's own routes answer. */
export const Token = z.object({ csrfToken: z.string() });
export const Accepted = z.object({ url: z.string() });
