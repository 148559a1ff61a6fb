import * as z from 'zod';
import { Locale } from './locale';
import { searchText } from './text';
import { isTimeZone } from './time-zone';

/** `PATCH /api/me`: what is left out stays. */
export const ChangeProfile = z
  .strictObject({
    locale: z.nullish(Locale),
    time_zone: z
      .string()
      .max(64)
      .refine(isTimeZone, { error: 'Not a time zone of the IANA database' })
      .meta({ examples: ['Europe/Berlin'] })
      .nullable()
      .optional(),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    error: 'Name what to change',
  })
  .meta({ examples: [{ locale: 'en', time_zone: 'Europe/Berlin' }] });
export type ChangeProfile = z.output<typeof ChangeProfile>;

export const UserSearchQuery = z.object({
  query: searchText().default(''),
  /** Up to 50 ids, with commas between them; what is searched for does not count then. */
  ids: z
    .string()
    .max(50 * 37)
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/i)
    .optional(),
});
