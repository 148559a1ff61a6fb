import * as z from 'zod';

/** A file that a route answers with instead of JSON: it is saved, never shown in the page. */
export const FileAnswer = z.object({
  name: z.string(),
  media_type: z.string(),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type FileAnswer = z.infer<typeof FileAnswer>;
