import * as z from 'zod';
import { isTimeZone } from './time-zone';

export const OverviewQuery = z.object({
  time_zone: z
    .string()
    .max(64)
    .refine(isTimeZone, { error: 'Not a time zone of the IANA database' })
    .default('UTC'),
});
