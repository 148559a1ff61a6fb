import * as z from 'zod';

/** `GET /api/notifications/{id}/trail`: the caller's own, or (administrators) anybody's. */
export const TrailQuery = z.object({ user_id: z.uuid().optional() });
