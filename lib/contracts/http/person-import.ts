import * as z from 'zod/mini';

/** What an import takes from a file; which of its columns that is, a mapping says. */
export const ImportColumn = z.enum(['email', 'name', 'role', 'department', 'register_no']);
export type ImportColumn = z.infer<typeof ImportColumn>;

const heading = z.nullable(z.string().check(z.maxLength(200)));

/** For each the heading of its column in the file; `null` for what is not taken from it and stays as it is. */
export const ImportMapping = z.strictObject({
  email: heading,
  name: heading,
  role: heading,
  department: heading,
  register_no: heading,
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** What an import would do with one row of the file. */
export const ImportRow = z.object({
  /** Its line in the file as records are counted, the heading being 1. */
  row: z.int(),
  email: z.string(),
  kind: z.enum(['create', 'change', 'unchanged', 'error']),
  changes: z.array(
    z.object({ field: z.string(), old_value: z.nullable(z.string()), new_value: z.nullable(z.string()) }),
  ),
  /** What is wrong, by column, and what the file says there. */
  problems: z.array(z.object({ field: ImportColumn, code: z.string(), value: z.string() })),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** `POST /api/people/imports`: the dry run. Nothing of it is written until it is confirmed as it is. */
export const ImportPlan = z.object({
  id: z.string(),
  digest: z.string(),
  expires_at: z.string(),
  /** All of the file's, as they are written. */
  headings: z.array(z.string()),
  mapping: ImportMapping,
  counts: z.object({ create: z.int(), change: z.int(), unchanged: z.int(), error: z.int() }),
  /** Of each kind the first 200. */
  rows: z.array(ImportRow),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** `POST /api/people/imports/{id}/confirm` */
export const ImportResult = z.object({ created: z.int(), changed: z.int() });
export type ImportResult = z.infer<typeof ImportResult>;
