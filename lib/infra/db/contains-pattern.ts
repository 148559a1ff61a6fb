/** The `ILIKE` pattern of texts that hold these words, whatever characters they are; `null` for no words. */
export const containsPattern = (words: string | undefined): string | null =>
  words ? `%${escapeLike(words)}%` : null;

/** The characters that mean something to `LIKE`, made to mean themselves. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
