import type * as z from 'zod';
import { type EventType, eventDefinition, isEventType } from './catalogue';
import { type AnyEnvelope, type Envelope, EnvelopeHeader } from './envelope';
import { parseJson, stringifyJson } from './lossless-json';
import { commandAliases } from './topics/notification-commands';

export type Decoded =
  | { kind: 'event'; envelope: Envelope }
  /** No JSON object in UTF-8: bytes of something else, or a tombstone. */
  | { kind: 'undecodable'; reason: string }
  /** The envelope or the payload breaks its schema; the reason names the first few fields. */
  | { kind: 'invalid'; reason: string; eventId?: string; eventType?: string }
  /** A good envelope of a type, or of a major version, that the catalogue does not have. */
  | { kind: 'unknown'; eventType: string; eventVersion: string };

/** The record's value: JSON text, 64-bit integers whole. */
export function encodeEvent(envelope: AnyEnvelope): string {
  return stringifyJson(envelope);
}

/** Reads a record's value as tolerantly as the contract allows. Never throws. */
export function decodeEvent(value: Uint8Array | null): Decoded {
  if (value === null) return { kind: 'undecodable', reason: 'no value (a tombstone)' };
  const parsed = parseRecord(value);
  if ('reason' in parsed) return { kind: 'undecodable', reason: parsed.reason };
  const { record } = parsed;
  const header = EnvelopeHeader.safeParse(record);
  if (!header.success) return invalid(header.error, [], record);
  const { event_type: name, event_version: version } = header.data;
  const type = aliasOf(name) ?? name;
  if (!isEventType(type) || majorOf(version) !== majorOf(eventDefinition(type).version)) {
    return { kind: 'unknown', eventType: name, eventVersion: version };
  }
  const read = readPayload(type, header.data, record.payload);
  return 'error' in read
    ? invalid(read.error, ['payload'], record)
    : { kind: 'event', envelope: read.envelope };
}

/** Generic, so that TypeScript keeps type and payload together. */
function readPayload<T extends EventType>(
  type: T,
  header: z.output<typeof EnvelopeHeader>,
  value: unknown,
): { envelope: Envelope<T> } | { error: z.ZodError } {
  const payload = eventDefinition(type).payload.safeParse(value);
  if (!payload.success) return { error: payload.error };
  return { envelope: { ...header, event_type: type, payload: payload.data } };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON object that a record's value is, or why it is none. */
export function parseRecord(
  value: Uint8Array,
): { record: Readonly<Record<string, unknown>> } | { reason: string } {
  try {
    const json = parseJson(utf8.decode(value));
    return isRecord(json) ? { record: json } : { reason: 'JSON, but not an object' };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const aliases = new Map<string, EventType>(Object.entries(commandAliases));
const aliasOf = (name: string) => aliases.get(name);

const majorOf = (version: string) => Number.parseInt(version, 10);

function invalid(
  error: z.ZodError,
  at: readonly string[],
  record: Readonly<Record<string, unknown>>,
): Decoded {
  const { event_id: eventId, event_type: eventType } = record;
  return {
    kind: 'invalid',
    reason: error.issues
      .slice(0, NAMED_ISSUES)
      .map((issue) => `${[...at, ...issue.path].join('.')}: ${issue.message}`)
      .join('; '),
    ...(typeof eventId === 'string' && { eventId }),
    ...(typeof eventType === 'string' && { eventType }),
  };
}

const NAMED_ISSUES = 5;
