import * as z from 'zod';
import { SEARCH_LENGTH } from './search-length';

/**
 * Text a person wrote: trimmed, not longer than `most` characters, without the null character no database text can hold. Half
 * of a character, which JSON may carry but no database, becomes U+FFFD.
 */
export const humanText = (least: number, most: number) =>
  z
    .string()
    .trim()
    .overwrite((text) => text.toWellFormed())
    .min(least)
    .max(most)
    .refine((text) => !text.includes('\u0000'), { error: 'Must not contain a null character' });

/** The words of a search. A page cuts longer ones: nothing is found by what stands behind so many. */
export const searchText = () => humanText(0, SEARCH_LENGTH);
