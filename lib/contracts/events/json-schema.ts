import * as z from 'zod';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** JSON Schema (draft 7) of what a writer sends; `required` are the fields a writer must give. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // Zod's bounds and its date pattern say nothing that the type and the format do not.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.format === 'date-time' || jsonSchema.format === 'uuid') delete jsonSchema.pattern;
      // JSON knows no bigint: it is an integer of the union.
      if (jsonSchema.format === 'int64') delete jsonSchema.anyOf;
      foldNull(jsonSchema);
    },
  });
  return rest;
}

/** `anyOf` of something and null, said in one. */
function foldNull(schema: z.core.JSONSchema.BaseSchema): void {
  const [something, nothing, ...more] = schema.anyOf ?? [];
  if (typeof something?.type !== 'string' || nothing?.type !== 'null' || more.length > 0) return;
  delete schema.anyOf;
  Object.assign(schema, something, { type: [something.type, 'null'] });
}
