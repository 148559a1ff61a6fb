import * as z from 'zod/mini';

/** The languages there is a complete catalogue of messages for, the one for all others first. */
export const Locale = z.enum(['en', 'de']);
export type Locale = z.infer<typeof Locale>;
