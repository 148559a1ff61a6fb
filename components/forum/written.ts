import type { forum } from '@/lib/client/text/en/forum';

/** A thread as it is typed. */
export interface Written {
  title: string;
  content: string;
  /** With commas between. */
  tags: string;
}

export const tagsOf = (typed: string): string[] => [
  ...new Set(typed.split(',').flatMap((tag) => tag.trim().toLowerCase() || [])),
];

/** What is wrong with it, by field, in words. */
export function wrongOf(
  { title, content, tags }: Written,
  text: Pick<typeof forum, 'titleMissing' | 'textMissing' | 'tooManyTags'>,
): Record<keyof Written, string | undefined> {
  const all = tagsOf(tags);
  return {
    title: title.trim() === '' ? text.titleMissing : undefined,
    content: content.trim() === '' ? text.textMissing : undefined,
    tags: all.length > 5 || all.some((tag) => tag.length > 30) ? text.tooManyTags : undefined,
  };
}
