import * as z from 'zod';
import { Locale } from './locale';
import { NotificationChannel } from './notification-category';
import { humanText, searchText } from './text';

/** The values of a template's variables. */
export const TemplateData = z.record(z.string().max(40), z.union([z.string().max(1_000), z.number()]));

const key = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'Small letters, digits, ".", "_" and "-", a letter or a digit first');
const text = { title: humanText(1, 200), body: humanText(0, 2_000).default('') };

/** `POST /api/notification-templates`: what is said in one language. */
export const CreateTemplate = z
  .strictObject({ key, locale: Locale, ...text })
  .meta({ examples: [{ key: 'book-due', locale: 'en', title: '{{book}} is due', body: 'Until {{day}}.' }] });
export type CreateTemplate = z.output<typeof CreateTemplate>;

/** `PUT /api/notification-templates/{id}`. Its key and language stay: commands name it by them. */
export const EditTemplate = z.strictObject(text);
export type EditTemplate = z.output<typeof EditTemplate>;

export const TemplateListQuery = z.object({
  query: searchText().optional(),
  /** One template in all its languages. */
  key: humanText(0, 64).optional(),
  /** Those that were put away; without it those in use. */
  archived: z
    .enum(['true', 'false'])
    .transform((flag) => flag === 'true')
    .default(false),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type TemplateListQuery = z.output<typeof TemplateListQuery>;

/** `POST /api/notification-templates/preview`: a text that need not be saved, or right. */
export const PreviewTemplate = z.strictObject({
  key: humanText(0, 64).default(''),
  locale: Locale,
  title: humanText(0, 200),
  body: humanText(0, 2_000).default(''),
  values: TemplateData.default({}),
});
export type PreviewTemplate = z.output<typeof PreviewTemplate>;

/** `POST /api/notification-templates/{id}/test-send` */
export const TestTemplate = z.strictObject({
  values: TemplateData.default({}),
  channels: z.array(NotificationChannel).min(1).max(NotificationChannel.options.length),
});
export type TestTemplate = z.output<typeof TestTemplate>;
