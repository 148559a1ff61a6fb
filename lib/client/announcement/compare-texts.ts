/** A piece of two texts: in both, only in the earlier, or only in the later one. */
export interface TextPiece {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** So many pairs of words are compared at most; texts that differ in more are shown as one replaced by the other. */
const mostPairs = 2_000_000;

/** What became of an earlier text: its words and spaces in order, with those that went and those that came. */
export function compareTexts(earlier: string, later: string): TextPiece[] {
  const [before, after] = [wordsOf(earlier), wordsOf(later)];
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;

  const pieces: TextPiece[] = [];
  const add = (kind: TextPiece['kind'], words: readonly string[]) => {
    const text = words.join('');
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  add('kept', after.slice(0, start));
  compareMiddles(before.slice(start, before.length - end), after.slice(start, after.length - end), add);
  add('kept', after.slice(after.length - end));
  return pieces;
}

/** Words with the spaces behind them, so that nothing between words is lost. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** How many spaces stand behind a word is no difference; that a line ends there is. */
const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && shapeOf(a) === shapeOf(b));

const shapeOf = (word: string): string => word.trimEnd() + (word.includes('\n') ? '\n' : '');

/** The longest common run of words in order decides what was kept. */
function compareMiddles(
  before: readonly string[],
  after: readonly string[],
  add: (kind: TextPiece['kind'], words: readonly string[]) => void,
): void {
  if (before.length * after.length > mostPairs) {
    add('removed', before);
    add('added', after);
    return;
  }
  const shapes = { before: before.map(shapeOf), after: after.map(shapeOf) };
  const width = after.length + 1;
  // common[i * width + j]: how many words the rests from i and from j have in common.
  const common = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        shapes.before[i] === shapes.after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && shapes.before[i] === shapes.after[j]) {
      add('kept', after.slice(j, j + 1));
      i += 1;
      j += 1;
    } else if (j === after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      add('removed', before.slice(i, i + 1));
      i += 1;
    } else {
      add('added', after.slice(j, j + 1));
      j += 1;
    }
  }
}
