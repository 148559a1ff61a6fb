import type * as z from 'zod';
import { eventDefinition, isEventType } from './catalogue';
import { DeadLetterEvent } from './dead-letter';
import { EnvelopeHeader } from './envelope';
import { type FieldRow, fieldRows } from './field-rows';
import { type JsonSchema, jsonSchemaOf } from './json-schema';
import { commandAliases } from './topics/notification-commands';

/** Where a record is not what the catalogue says. Only what `breaks` makes it invalid: readers bear the others. */
export interface Difference {
  readonly path: string;
  readonly kind: 'breaks' | 'absent' | 'extra';
  readonly detail: string;
}

export interface CheckedEvent {
  readonly state: 'valid' | 'invalid' | 'unknown';
  /** The catalogue's name of the type; `null` when it has none. */
  readonly type: string | null;
  /** The payload's schema; `null` when the type is unknown. */
  readonly schema: JsonSchema | null;
  readonly differences: readonly Difference[];
}

/** Holds an event as it came against the catalogue: what breaks its schema, what is missing, what is more. */
export function checkEvent(record: Readonly<Record<string, unknown>>): CheckedEvent {
  const envelope = compare(EnvelopeHeader, record, '', ['payload']);
  const type = knownType(record.event_type);
  const known = type ? eventDefinition(type) : null;
  const version = typeof record.event_version === 'string' ? record.event_version : null;
  if (!type || !known || (version && major(version) !== major(known.version))) {
    const state = breaks(envelope) ? 'invalid' : 'unknown';
    return { state, type: null, schema: null, differences: envelope };
  }
  const differences = [...envelope, ...compare(known.payload, record.payload, 'payload')];
  return {
    state: breaks(differences) ? 'invalid' : 'valid',
    type,
    schema: jsonSchemaOf(known.payload),
    differences,
  };
}

/** The same for a dead letter's own fields. */
export function checkDeadLetter(record: Readonly<Record<string, unknown>>): CheckedEvent {
  const differences = compare(DeadLetterEvent, record, '');
  return {
    state: breaks(differences) ? 'invalid' : 'valid',
    type: null,
    schema: jsonSchemaOf(DeadLetterEvent),
    differences,
  };
}

function knownType(name: unknown) {
  if (typeof name !== 'string') return null;
  const type = aliases.get(name) ?? name;
  return isEventType(type) ? type : null;
}

const aliases = new Map<string, string>(Object.entries(commandAliases));
const major = (version: string) => Number.parseInt(version, 10);
const breaks = (differences: readonly Difference[]) => differences.some(({ kind }) => kind === 'breaks');

function compare(
  schema: z.ZodType,
  value: unknown,
  at: string,
  besides: readonly string[] = [],
): Difference[] {
  const under = (path: string) => [at, path].filter((part) => part !== '').join('.');
  const parsed = schema.safeParse(value);
  const broken = (parsed.error?.issues ?? []).map(
    (issue): Difference => ({
      path: under(issue.path.join('.')),
      kind: 'breaks',
      detail: issue.message,
    }),
  );
  const rows = fieldRows(jsonSchemaOf(schema));
  const seen = new Set(broken.map(({ path }) => path));
  return [...broken, ...missing(rows, value, under), ...surplus(rows, value, under, besides)].filter(
    ({ path, kind }) => kind === 'breaks' || !seen.has(path),
  );
}

/** Fields a writer has to give. Reading them as their zero value is the contract's. */
function missing(rows: readonly FieldRow[], value: unknown, under: (path: string) => string): Difference[] {
  return rows
    .filter(({ path, required }) => required && !/\[\]|\*/.test(path))
    .filter(({ path }) => {
      const names = path.split('.');
      const parent = names.slice(0, -1).reduce<unknown>((object, name) => fieldOf(object, name), value);
      return isObject(parent) && fieldOf(parent, names.at(-1) ?? '') === undefined;
    })
    .map(({ path, type }) => ({ path: under(path), kind: 'absent', detail: type }));
}

/** Fields the catalogue does not know. */
function surplus(
  rows: readonly FieldRow[],
  value: unknown,
  under: (path: string) => string,
  besides: readonly string[],
): Difference[] {
  const types = new Map(rows.map(({ path, type }) => [path, type]));
  const found = new Map<string, Difference>();
  const open = (type: string | undefined) =>
    type === 'any' || type?.startsWith('map of ') || type === 'list of any';

  function look(current: unknown, pattern: string): void {
    if (Array.isArray(current)) for (const item of current) look(item, `${pattern}[]`);
    if (!isObject(current)) return;
    for (const [name, field] of Object.entries(current)) {
      const path = pattern === '' ? name : `${pattern}.${name}`;
      if (types.has(path)) look(field, path);
      else if (open(types.get(pattern.replace(/\[\]$/, '')))) look(field, `${pattern}.*`);
      else if (!pattern.endsWith('*') && !besides.includes(path))
        found.set(path, { path: under(path), kind: 'extra', detail: typeof field });
    }
  }
  look(value, '');
  return [...found.values()];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldOf = (object: unknown, name: string): unknown => (isObject(object) ? object[name] : undefined);
