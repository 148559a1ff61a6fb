import * as z from 'zod';

/** E.164, which may be written with spaces, dashes and brackets; empty: none. */
export const phoneNumber = z
  .string()
  .max(40)
  .meta({ examples: ['+43 664 1234567'] })
  .transform((text) => text.replaceAll(/[\s()./-]/g, ''))
  .refine((text) => text === '' || /^\+[1-9]\d{6,14}$/.test(text), {
    error: 'Must begin with + and the code of the country',
  });

/** `PUT /api/me/phone` */
export const ChangePhone = z.strictObject({ phone: phoneNumber });
