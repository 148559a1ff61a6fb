import * as z from 'zod/mini';
import { locales } from './locales';

export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;
