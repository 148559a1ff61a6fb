import * as z from 'zod/mini';

/** `GET /api/me/phone`: where text messages go, in international form; empty: nowhere. */
export const Phone = z.object({ phone: z.string() });
