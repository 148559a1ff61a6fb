import * as z from 'zod';
import type { JsonSchema } from './json-schema';

export interface FieldRow {
  /** `target_details.role_names`, `student_records[].status`, `changes.*.old_value` */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly notes: string;
}

/** The fields of an object schema, nested ones after their parent. */
export function fieldRows(schema: JsonSchema, prefix = ''): FieldRow[] {
  const { properties = {}, required = [] } = Schema.parse(schema);
  return Object.entries(properties).flatMap(([name, raw]) => {
    const outer = Schema.parse(raw);
    const inner = withoutNull(outer);
    const path = `${prefix}${name}`;
    const row: FieldRow = {
      path,
      type: typeName(inner),
      required: required.includes(name),
      notes: notes({ ...inner, ...outer }),
    };
    return [row, ...nested(inner, path)];
  });
}

/** The part of JSON Schema that the catalogue's schemas use. */
const Schema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxItems: z.number().optional(),
  default: z.unknown().optional(),
  'x-since': z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  const: z.unknown().optional(),
});
type Schema = z.infer<typeof Schema>;

function withoutNull(schema: Schema): Schema {
  const [only] = (schema.anyOf ?? [])
    .map((choice) => Schema.parse(choice))
    .filter(({ type }) => type !== 'null');
  return only ? withoutNull(only) : schema;
}

function typeName(schema: Schema): string {
  const type = [schema.type ?? 'any'].flat().filter((name) => name !== 'null')[0] ?? 'any';
  if (type === 'array') return `list of ${typeName(withoutNull(Schema.parse(schema.items ?? {})))}`;
  if (type === 'object' && !schema.properties) return `map of ${typeName(mapValueOf(schema))}`;
  const special: Readonly<Record<string, string>> = { 'date-time': 'time', int64: 'int64', uuid: 'UUID' };
  return special[schema.format ?? ''] ?? type;
}

const mapValueOf = (schema: Schema) =>
  withoutNull(
    Schema.parse(typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}),
  );

function nested(schema: Schema, path: string): FieldRow[] {
  if (schema.properties) return fieldRows(schema, `${path}.`);
  if (schema.items) return nested(withoutNull(Schema.parse(schema.items)), `${path}[]`);
  if ([schema.type].flat().includes('object')) return nested(mapValueOf(schema), `${path}.*`);
  return [];
}

function notes(schema: Schema): string {
  return [
    schema.minLength ? 'not empty' : '',
    schema.maxLength ? `at most ${schema.maxLength} characters` : '',
    schema.minimum === undefined ? '' : `at least ${schema.minimum}`,
    schema.maximum === undefined ? '' : `at most ${schema.maximum}`,
    schema.maxItems ? `at most ${schema.maxItems} entries` : '',
    schema.const === undefined ? '' : `always ${schema.const}`,
    ['string', 'number', 'boolean'].includes(typeof schema.default) ? `default ${schema.default}` : '',
    schema.enum ? `one of ${schema.enum.join(', ')}` : '',
    schema.description?.replace(/\.$/, '') ?? '',
    schema['x-since'] ? `since ${schema['x-since']}` : '',
  ]
    .filter((note) => note !== '')
    .join('; ');
}
