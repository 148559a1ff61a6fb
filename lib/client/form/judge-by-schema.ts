import * as z from 'zod/mini';
import type { Verdict } from './create-form';

/** Values judged by a schema: of several things wrong with a field the first is said. */
export function judgeBySchema<V extends object>(schema: z.core.$ZodType<V, V>, values: V): Verdict<V> {
  const parsed = z.safeParse(schema, values);
  if (parsed.success) return { valid: parsed.data };
  const errors = new Map<keyof V | 'root', string>();
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOf(values, path[0]);
    if (!errors.has(field)) errors.set(field, message);
  }
  return { errors };
}

function fieldOf<V extends object>(values: V, name: PropertyKey | undefined): keyof V | 'root' {
  for (const field in values) if (field === name) return field;
  return 'root';
}
