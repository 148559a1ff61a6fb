import * as z from 'zod';
import type { Schema } from '@/lib/contracts/http/api-document';

/** JSON Schema (2020-12, which is OpenAPI's) of what a client sends, or of what it gets. */
export function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Schema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ jsonSchema, zodSchema }) => {
      // Zod's bounds of an integer and its patterns say nothing that the type and the format do not.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (['date', 'date-time', 'uuid'].includes(String(jsonSchema.format))) delete jsonSchema.pattern;
      // An answer may gain fields: a client that refuses what it does not know would break.
      if (io === 'output' && !isStrict(zodSchema)) delete jsonSchema.additionalProperties;
    },
  });
  return rest;
}

function isStrict(schema: z.core.$ZodType): boolean {
  return schema instanceof z.core.$ZodObject && schema._zod.def.catchall instanceof z.core.$ZodNever;
}
