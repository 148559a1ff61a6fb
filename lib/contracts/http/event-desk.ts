import * as z from 'zod/mini';

/** `GET /api/events/unmaskings`, newest first: who looked at the personal data of which record, and why. */
export const UnmaskingList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** `topic/partition/offset` */
      place: z.string(),
      event_id: z.string(),
      reason: z.string(),
      actor_id: z.nullable(z.string()),
      actor_name: z.string(),
      ip_address: z.string(),
      created_at: z.string(),
    }),
  ),
  next_cursor: z.nullable(z.string()),
});
export type UnmaskingList = z.infer<typeof UnmaskingList>;

const FieldRow = z.object({
  /** `target_details.role_names`, `student_records[].status` */
  path: z.string(),
  type: z.string(),
  required: z.boolean(),
  notes: z.string(),
  /** Hidden on the desk unless unmasked. */
  personal: z.boolean(),
});

/** `GET /api/events/catalogue`: every topic and event type of the contract. */
export const EventCatalogue = z.object({
  topics: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      producers: z.array(z.string()),
      consumers: z.array(z.object({ group: z.string(), service: z.string() })),
      partitions: z.int(),
      retention_days: z.int(),
      replication_factor: z.int(),
      event_types: z.array(z.string()),
    }),
  ),
  events: z.array(
    z.object({
      event_type: z.string(),
      topic: z.string(),
      summary: z.string(),
      trigger: z.string(),
      version: z.string(),
      origin: z.enum(['contract', 'designed']),
      key: z.array(z.string()),
      also_read_as: z.array(z.string()),
      fields: z.array(FieldRow),
      /** A whole event, as JSON text. */
      example: z.string(),
    }),
  ),
});
export type EventCatalogue = z.infer<typeof EventCatalogue>;
