import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { eventDefinition, eventTypes } from './catalogue';
import { DeadLetterEvent } from './dead-letter';
import { EnvelopeHeader } from './envelope';
import { fieldRows } from './field-rows';
import { jsonSchemaOf } from './json-schema';
import { contractStructs, type StructName, structOfEvent } from './testing/contract-structs';
import { goZeroOf, isStruct } from './testing/go-zero';
import { decodeEvent } from './wire';

const typeOfGo: Readonly<Record<string, string>> = {
  string: 'string',
  int: 'integer',
  int64: 'int64',
  float64: 'number',
  bool: 'boolean',
  'time.Time': 'time',
  '*time.Time': 'time',
  '[]string': 'list of string',
  '[]int': 'list of integer',
  'map[string]string': 'map of string',
  'map[string]interface{}': 'map of any',
  'interface{}': 'any',
  'json.RawMessage': 'any',
};

/** `name type` of each field, nested structs spelled out, as the documents do it. */
function fieldsOfStruct(name: StructName, prefix = ''): string[] {
  return Object.entries(contractStructs[name]).flatMap(([field, goType]) => {
    const plain = typeOfGo[goType];
    if (plain) return [`${prefix}${field} ${plain}`];
    const inner = goType.replace(/^\[\]|^map\[string\]/, '');
    if (!isStruct(inner)) throw new Error(`${name}.${field}: no type for ${goType}`);
    const [kind, suffix] = goType.startsWith('[]')
      ? ['list of object', '[]']
      : goType.startsWith('map')
        ? ['map of object', '.*']
        : ['object', ''];
    return [`${prefix}${field} ${kind}`, ...fieldsOfStruct(inner, `${prefix}${field}${suffix}.`)];
  });
}

function fieldsOfSchema(schema: z.ZodType): string[] {
  const rows = fieldRows(jsonSchemaOf(schema));
  const added = rows.filter(({ notes }) => /since 1\.[1-9]/.test(notes)).map(({ path }) => path);
  return rows
    .filter(({ path }) => !added.some((start) => path === start || path.startsWith(`${start}.`)))
    .map(({ path, type }) => `${path} ${type === 'UUID' ? 'string' : type}`);
}

describe('payloads of the contract are its structs, field for field', () => {
  it.each(structOfEvent)('%s is %s', (type, struct) => {
    expect(eventDefinition(type).origin).toBe('contract');
    expect(fieldsOfSchema(eventDefinition(type).payload).sort()).toEqual(fieldsOfStruct(struct).sort());
  });

  it('marks all others as designed', () => {
    const designed = eventTypes.filter((type) => eventDefinition(type).origin === 'designed');
    expect(designed).toEqual(eventTypes.filter((type) => !structOfEvent.some(([name]) => name === type)));
  });

  it('the envelope is BaseEvent, a dead letter is DeadLetterEvent', () => {
    expect(fieldsOfSchema(EnvelopeHeader).sort()).toEqual(fieldsOfStruct('BaseEvent').sort());
    expect(fieldsOfSchema(DeadLetterEvent).sort()).toEqual(fieldsOfStruct('DeadLetterEvent').sort());
  });
});

describe('a Go service that fills nothing but the ids is read', () => {
  it.each(structOfEvent)('%s', (type, struct) => {
    const wire = JSON.stringify({
      ...goZeroOf('BaseEvent'),
      event_id: '550e8400-e29b-41d4-a716-446655440000',
      event_type: type,
      event_version: '1.0',
      timestamp: '2024-12-27T10:30:00.123456789+05:30',
      payload: {
        ...goZeroOf(struct),
        ...Object.fromEntries(eventDefinition(type).key.map((id) => [id, 'x'])),
      },
    });
    expect(decodeEvent(new TextEncoder().encode(wire))).toMatchObject({
      kind: 'event',
      envelope: { event_type: type, metadata: {} },
    });
  });
});
