import * as z from 'zod';

export const WithheldQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** By an event or a correlation id; without both the newest of the person. */
export const DecisionsQuery = z.object({
  event_id: z.uuid().optional(),
  correlation_id: z.string().max(128).optional(),
});
export type DecisionsQuery = z.output<typeof DecisionsQuery>;
