import * as z from 'zod/mini';
import { Locale } from './locale';
import { FieldError } from './problem';

const instant = z.string().check(z.meta({ format: 'date-time' }));

/** The text of a template in one language. */
export const TemplateView = z.object({
  id: z.string(),
  /** What commands name it by (`template_id`), the same in each language. */
  key: z.string(),
  locale: Locale,
  title: z.string(),
  body: z.string(),
  /** Of this text, each once in the order they stand. */
  variables: z.array(z.string()),
  /** What a command has to give values for: the variables of all languages in use. */
  needed: z.array(z.string()),
  archived: z.boolean(),
  updated_at: instant,
  /** Who wrote it last; `null` for nobody who is known. */
  updated_by: z.nullable(z.object({ id: z.string(), name: z.string() })),
  version: z.int(),
});
export type TemplateView = z.infer<typeof TemplateView>;

/** `GET /api/notification-templates`, by key. */
export const TemplateList = z.object({ items: z.array(TemplateView), next_cursor: z.nullable(z.string()) });
export type TemplateList = z.infer<typeof TemplateList>;

/** `POST /api/notification-templates/preview` */
export const TemplatePreview = z.object({
  /** As it would be sent; `null` while something is wrong. */
  title: z.nullable(z.string()),
  message: z.nullable(z.string()),
  /** What a command would have to give values for. */
  needed: z.array(z.string()),
  /** What is wrong with `title`, `body` or `values.<variable>`. */
  faults: z.array(FieldError),
});
export type TemplatePreview = z.infer<typeof TemplatePreview>;
