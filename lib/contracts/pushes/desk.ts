import * as z from 'zod/mini';

const searched = (most: number) => z._default(z.string().check(z.trim(), z.maxLength(most)), '');

/** Which records of the log a desk shows. Everything given must hold; what is empty does not narrow. */
export const DeskFacets = z.object({
  topics: z._default(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(16)), []),
  types: z._default(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(100)), []),
  /** Stands in any field of the event. */
  user_id: searched(64),
  correlation_id: searched(128),
  /** Searched in what is shown, so in the masked form. */
  text: searched(100),
});
export type DeskFacets = z.output<typeof DeskFacets>;

/** Client -> server `desk:open`: show what matches, from now on. A second one replaces the first. */
export const DeskOpen = z.object({
  /** The client's name for this request; the pushes carry it. */
  view: z.string().check(z.minLength(1), z.maxLength(64)),
  facets: DeskFacets,
  /** How many earlier records to begin with. */
  history: z._default(z.int().check(z.minimum(0), z.maximum(500)), 200),
});
export type DeskOpen = z.output<typeof DeskOpen>;

/** `unknown`: a good envelope of a type that the catalogue does not have. */
export const RecordState = z.enum(['valid', 'invalid', 'unknown', 'undecodable', 'dead_letter']);
export type RecordState = z.infer<typeof RecordState>;

export const DeadLetterView = z.object({
  failure_class: z.string(),
  reason: z.string(),
  group: z.string(),
  original_topic: z.string(),
  original_partition: z.string(),
  original_offset: z.string(),
  failure_count: z.int(),
  replay_count: z.string(),
});
export type DeadLetterView = z.infer<typeof DeadLetterView>;

/** One record of the log as a row of the tail, its personal data masked. */
export const DeskRow = z.object({
  topic: z.string(),
  partition: z.int(),
  offset: z.string(),
  /** When the log took it. */
  at: z.string(),
  key: z.nullable(z.string()),
  state: RecordState,
  /** Of a dead letter: of the event that failed. */
  event_type: z.string(),
  event_id: z.string(),
  correlation_id: z.string(),
  service: z.string(),
  /** The beginning of the payload. */
  summary: z.string(),
  dead_letter: z.nullable(DeadLetterView),
});
export type DeskRow = z.infer<typeof DeskRow>;

/** The answer to `desk:open`: what came before, oldest first. `desk:events` go on behind it, without a gap. */
export const DeskOpened = z.object({
  rows: z.array(DeskRow),
  /** How many records were looked through for them. */
  examined: z.int(),
  engine: z.enum(['kafka', 'postgres']),
});
export type DeskOpened = z.infer<typeof DeskOpened>;

/** Push `desk:events`, to a socket with an open desk. */
export const DeskEvents = z.object({
  view: z.string(),
  rows: z.array(DeskRow),
  /** How many came beside these and are not shown: more a second than can be read. */
  left_out: z.int(),
});
export type DeskEvents = z.infer<typeof DeskEvents>;

/** Client -> server `desk:event`: one record in full. */
export const DeskPlace = z.object({
  topic: z.string().check(z.maxLength(64)),
  partition: z.int().check(z.minimum(0), z.maximum(10_000)),
  offset: z.string().check(z.regex(/^\d{1,18}$/)),
});
export type DeskPlace = z.infer<typeof DeskPlace>;

/** Client -> server `desk:unmask`: the same with its personal data; who asked and why is written down. */
export const DeskUnmask = z.extend(DeskPlace, {
  reason: z.string().check(z.trim(), z.minLength(5), z.maxLength(500)),
});
export type DeskUnmask = z.infer<typeof DeskUnmask>;

const Difference = z.object({
  path: z.string(),
  kind: z.enum(['breaks', 'absent', 'extra']),
  detail: z.string(),
});

const CheckedPart = z.object({
  event_type: z.string(),
  state: RecordState,
  /** Indented JSON, 64-bit numbers whole; of what is no JSON the text, of what is no text base64. */
  text: z.string(),
  differences: z.array(Difference),
  /** Of the payload; `null` when the catalogue has none. */
  schema: z.nullable(z.record(z.string(), z.unknown())),
});
export type CheckedPart = z.infer<typeof CheckedPart>;

export const DeskEvent = z.object({
  row: DeskRow,
  headers: z.record(z.string(), z.string()),
  bytes: z.int(),
  /** The record itself. */
  record: CheckedPart,
  /** Of a dead letter: the event that failed. */
  original: z.nullable(CheckedPart),
  /** Paths of what is hidden; empty when unmasked. */
  hidden: z.array(z.string()),
  unmasked: z.boolean(),
});
export type DeskEvent = z.infer<typeof DeskEvent>;

/** The answer to `desk:lag`. */
export const DeskLag = z.object({
  measured_at: z.string(),
  engine: z.enum(['kafka', 'postgres']),
  groups: z.array(
    z.object({
      group_id: z.string(),
      members: z.int(),
      total: z.int(),
      partitions: z.array(z.object({ topic: z.string(), partition: z.int(), lag: z.int() })),
    }),
  ),
});
export type DeskLag = z.infer<typeof DeskLag>;

/** Client -> server requests without a body. */
export const NothingMore = z.nullish(z.object({}));
