import * as z from 'zod';

/** `DELETE /api/me/sessions`: all others; with `everywhere`, this one too. */
export const EndSessionsQuery = z.object({ everywhere: z.stringbool().default(false) });
