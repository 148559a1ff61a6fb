import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventTypes } from './catalogue';
import { exampleEnvelope } from './example-envelope';
import { parseJson, stringifyJson } from './lossless-json';
import { decodeEvent, encodeEvent } from './wire';

const bytes = (text: string) => new TextEncoder().encode(text);
const kinds = ['event', 'undecodable', 'invalid', 'unknown'];

/** JSON with integers of any size; a small one is a number, a large one a bigint, as they are read. */
const integer = fc
  .bigInt({ min: -(2n ** 70n), max: 2n ** 70n })
  .map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value));
/** A whole double beyond 2^53 is written like an integer and read as one; -0 is written 0. */
const fraction = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Number.isInteger(value) ? Math.sign(value) || 0 : value));
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    integer,
    fc.boolean(),
    fc.constant(null),
    fraction,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      tie('json'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

it('any JSON comes back from the wire as it was', () => {
  return fc.assert(
    fc.property(json, (value) => {
      expect(parseJson(stringifyJson(value))).toEqual(value);
    }),
    { numRuns: 500 },
  );
});

it('refuses exactly what JSON.parse refuses', () => {
  const tokens = [...'[]{}:,"\\-.e+ 0', '1', '12345678901234567', '"a"', 'null'];
  const accepts = (parse: (text: string) => unknown, text: string) => {
    try {
      parse(text);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(SyntaxError);
      return false;
    }
  };
  return fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      expect(accepts(parseJson, text)).toBe(accepts(JSON.parse, text));
    }),
    { numRuns: 20_000 },
  );
});

it('every event type carries any text and any additional field there and back', () => {
  return fc.assert(
    fc.property(
      fc.constantFrom(...eventTypes),
      fc.string({ unit: 'binary' }),
      fc.dictionary(fc.stringMatching(/^extra_[a-z]{1,8}$/), json, { noNullPrototype: true }),
      (type, text, extra) => {
        const example = exampleEnvelope(type);
        const sent = { ...example, correlation_id: text, payload: { ...example.payload, ...extra } };
        expect(decodeEvent(bytes(encodeEvent(sent)))).toEqual({ kind: 'event', envelope: sent });
      },
    ),
  );
});

it('decode answers any bytes', () => {
  return fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (value) => kinds.includes(decodeEvent(value).kind)),
  );
});

it('decode answers any JSON in any place of an envelope', () => {
  const places = [
    'event_id',
    'event_type',
    'event_version',
    'timestamp',
    'service_name',
    'metadata',
    'payload',
  ];
  return fc.assert(
    fc.property(fc.constantFrom(...eventTypes), fc.constantFrom(...places), json, (type, place, value) =>
      kinds.includes(decodeEvent(bytes(stringifyJson({ ...exampleEnvelope(type), [place]: value }))).kind),
    ),
  );
});

it('decode answers any JSON in any field of a payload', () => {
  return fc.assert(
    fc.property(fc.constantFrom(...eventTypes), fc.nat(), json, (type, pick, value) => {
      const example = exampleEnvelope(type);
      const names = Object.keys(example.payload);
      const field = names[pick % names.length] ?? '';
      const sent = { ...example, payload: { ...example.payload, [field]: value } };
      return ['event', 'invalid'].includes(decodeEvent(bytes(stringifyJson(sent))).kind);
    }),
    { numRuns: 500 },
  );
});
