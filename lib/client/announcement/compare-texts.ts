import { diffArrays } from 'diff';

/** A piece of two texts: in both, only in the earlier, or only in the later one. */
export interface TextPiece {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** Texts that differ in more words are shown as one replaced by the other: nobody reads so many changes. */
const mostChanges = 1_000;

/** What became of an earlier text: its words and spaces in order, with those that went and those that came. */
export function compareTexts(earlier: string, later: string): TextPiece[] {
  const [before, after] = [wordsOf(earlier), wordsOf(later)];
  const changes = diffArrays(before, after, { comparator: isSame, maxEditLength: mostChanges });
  if (!changes) return [piece('removed', before), piece('added', after)];
  return changes.map(({ value, removed, added }) =>
    piece(removed ? 'removed' : added ? 'added' : 'kept', value),
  );
}

const piece = (kind: TextPiece['kind'], words: readonly string[]): TextPiece => ({
  kind,
  text: words.join(''),
});

/** Words with the spaces behind them, so that nothing between words is lost. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** How many spaces stand behind a word is no difference; that a line ends there is. */
const isSame = (a: string, b: string): boolean => shapeOf(a) === shapeOf(b);

const shapeOf = (word: string): string => word.trimEnd() + (word.includes('\n') ? '\n' : '');
