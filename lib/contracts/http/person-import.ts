import * as z from 'zod/mini';

/** What an import would do with one row of the file. */
export const ImportRow = z.object({
  /** Its line in the file as records are counted, the heading being 1. */
  row: z.int(),
  email: z.string(),
  kind: z.enum(['create', 'change', 'unchanged', 'error']),
  changes: z.array(
    z.object({ field: z.string(), old_value: z.nullable(z.string()), new_value: z.nullable(z.string()) }),
  ),
  problems: z.array(z.object({ field: z.string(), code: z.string() })),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** `POST /api/people/imports`: the dry run. Nothing of it is written until it is confirmed as it is. */
export const ImportPlan = z.object({
  id: z.string(),
  digest: z.string(),
  expires_at: z.string(),
  counts: z.object({ create: z.int(), change: z.int(), unchanged: z.int(), error: z.int() }),
  /** Of each kind the first 200. */
  rows: z.array(ImportRow),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** `POST /api/people/imports/{id}/confirm` */
export const ImportResult = z.object({ created: z.int(), changed: z.int() });
export type ImportResult = z.infer<typeof ImportResult>;
