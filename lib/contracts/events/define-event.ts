import type * as z from 'zod';

/** One entry of the catalogue, whatever its payload. */
export interface EventDefinition {
  /** What has happened (or, for a command, what to do), in one short sentence. */
  readonly summary: string;
  /** What makes somebody emit it. */
  readonly trigger: string;
  /** `major.minor`: a minor version adds optional fields, a major one is a new entry read beside the old. */
  readonly version: `${number}.${number}`;
  /** `contract`: the fields are the contract's struct. `designed`: the contract names the event but gives no struct. */
  readonly origin: 'contract' | 'designed';
  readonly payload: z.ZodObject;
  /** The payload fields whose first non-empty value is the partition key: events with one key keep their order. */
  readonly key: readonly string[];
  /** A payload as a producer would write it. */
  readonly example: Readonly<Record<string, unknown>>;
}

export interface TopicDefinition {
  readonly name: string;
  readonly description: string;
  /** The services that write to it, its owner first. */
  readonly producers: readonly [string, ...string[]];
  readonly partitions: number;
  readonly retentionDays: number;
  /** In production; development runs with 1. */
  readonly replicationFactor: number;
  readonly events: Readonly<Record<string, EventDefinition>>;
}

/** The names of the fields that always hold a string. */
type TextField<Payload extends z.ZodObject> = {
  [F in keyof z.output<Payload>]: z.output<Payload>[F] extends string ? F : never;
}[keyof z.output<Payload>] &
  string;

/** Checks an entry against its own payload schema: the key names text fields, the example fits. */
export function event<Payload extends z.ZodObject>(
  definition: Omit<EventDefinition, 'payload' | 'key' | 'example'> & {
    readonly payload: Payload;
    readonly key: readonly [TextField<Payload>, ...TextField<Payload>[]];
    readonly example: z.input<Payload>;
  },
) {
  return definition;
}

/** Checks a topic and keeps its exact name and event types. */
export function topic<
  const Name extends string,
  const Events extends Readonly<Record<string, EventDefinition>>,
>(definition: Omit<TopicDefinition, 'name' | 'events'> & { readonly name: Name; readonly events: Events }) {
  return definition;
}
