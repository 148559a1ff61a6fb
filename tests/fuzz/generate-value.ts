import type { Schema } from '@/lib/contracts/http/api-document';
import { pick } from '@/prisma/seed/seeded-random';
import { wildText, wildValue } from './wild-values';

export interface Chance {
  readonly random: () => number;
  /** From 0 (as the schema says) to 1 (anything): how often a part is not as it should be. */
  readonly wildness: number;
  /** Ids of things that exist. */
  readonly ids: readonly string[];
}

/** A value of the schema, or one that is nearly one. */
export function generateValue(schema: Schema | boolean | undefined, chance: Chance): unknown {
  const { random, wildness } = chance;
  if (schema === undefined || typeof schema === 'boolean' || random() < wildness) return wildValue(random);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return generateValue(pick(random, choices), chance);
  const make = makers[[schema.type].flat()[0] ?? ''];
  return make ? make(schema, chance) : wildValue(random);
}

const makers: Readonly<Record<string, (schema: Schema, chance: Chance) => unknown>> = {
  object: objectOf,
  array: arrayOf,
  string: textOf,
  integer: (schema, { random, wildness }) => integerOf(schema, random, random() < wildness),
  number: (schema, { random, wildness }) => integerOf(schema, random, random() < wildness) + random(),
  boolean: (_schema, { random }) => random() < 0.5,
  null: () => null,
};

function objectOf(schema: Schema, chance: Chance): unknown {
  const { random, wildness } = chance;
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) =>
    required.has(name) ? random() >= wildness / 2 : random() < 0.5,
  );
  const value = fields.map(([name, each]) => [name, generateValue(each, chance)] as const);
  const stray = random() < wildness ? [[wildText(random), wildValue(random)] as const] : [];
  return Object.fromEntries([...value, ...stray]);
}

function arrayOf(schema: Schema, chance: Chance): unknown {
  const { random, wildness } = chance;
  const over = random() < wildness / 4 ? (schema.maxItems ?? 0) + 1 : 0;
  const length = over > 0 && over < 300 ? over : (schema.minItems ?? 0) + Math.floor(random() * 3);
  const items = [schema.items].flat()[0];
  return Array.from({ length }, () => generateValue(items, chance));
}

function textOf(schema: Schema, { random, wildness, ids }: Chance): string {
  if (schema.format === 'uuid') return random() < 0.7 ? pick(random, ids) : randomUuid(random);
  // What has a form of its own is made by its example: letters at random would never be an address.
  const [example] = schema.examples ?? [];
  if (typeof example === 'string' && random() < 0.5) return example;
  if (schema.format === 'date-time') return new Date(1.7e12 + random() * 2e11).toISOString();
  const off = random() < wildness ? pick(random, [-1, 1]) : 0;
  const most = Math.min(schema.maxLength ?? 40, 25_000);
  const length =
    off === 0 ? between(random, schema.minLength ?? 0, Math.min(most, 60)) : off < 0 ? 0 : most + 1;
  return Array.from({ length }, () => pick(random, LETTERS)).join('');
}

function integerOf(schema: Schema, random: () => number, off: boolean): number {
  const [least, most] = [schema.minimum ?? -1_000, schema.maximum ?? 1_000_000];
  if (off) return random() < 0.5 ? least - 1 : most + 1;
  return random() < 0.2 ? pick(random, [least, most]) : between(random, least, most);
}

const LETTERS = [...'abcdefghijklmnop QRSTUVWXYZ0123456789äöü*#_<>&"'];

const between = (random: () => number, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));

function randomUuid(random: () => number): string {
  const hex = () => Math.floor(random() * 16).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', hex);
}
