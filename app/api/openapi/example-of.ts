import type { Schema } from '@/lib/contracts/http/api-document';

const ofFormat: Readonly<Record<string, string>> = {
  uuid: '01980f3e-7c1a-7d30-9b0e-4f6a2c5d8e11',
  'date-time': '2026-03-02T09:00:00.000Z',
  date: '2026-03-02',
  email: 'ada@nimbusu.test',
};

/** A plausible value of a schema, the same each time. What need not be there is left out only of requests. */
export function exampleOf(schema: Schema | boolean, whole: boolean): unknown {
  if (typeof schema === 'boolean') return null;
  const told = [...(schema.examples ?? []), ...(schema.default === undefined ? [] : [schema.default])];
  if (told.length > 0) return told[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (choice) return exampleOf(choice, whole);
  const type = [schema.type].flat()[0];
  if (type === 'object') {
    const required = new Set(schema.required);
    // Of a change where everything may be left out, everything is shown.
    const all = whole || required.size === 0;
    const shown = Object.entries(schema.properties ?? {}).filter(([name]) => all || required.has(name));
    return Object.fromEntries(shown.map(([name, each]) => [name, exampleOf(each, whole)]));
  }
  if (type === 'array') {
    const items = [schema.items].flat()[0];
    return items === undefined || (!whole && !schema.minItems) ? [] : [exampleOf(items, whole)];
  }
  if (type === 'string') return ofFormat[schema.format ?? ''] ?? 'Text';
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
  return type === 'boolean' ? true : null;
}
