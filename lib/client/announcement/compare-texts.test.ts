import { describe, expect, it } from 'vitest';
import { compareTexts, type TextPiece } from './compare-texts';

const kinds = (pieces: TextPiece[]) => pieces.map(({ kind, text }) => `${kind}:${text.trim()}`);
const textOf = (pieces: TextPiece[], without: TextPiece['kind']) =>
  pieces
    .filter((piece) => piece.kind !== without)
    .map((piece) => piece.text)
    .join('');

describe('compareTexts', () => {
  it('shows the words that went and the words that came', () => {
    expect(
      kinds(compareTexts('CS204 moved to Room B12, Tuesday', 'CS204 moved to Room D4, Tuesday')),
    ).toEqual(['kept:CS204 moved to Room', 'removed:B12,', 'added:D4,', 'kept:Tuesday']);
  });

  it('keeps one piece where nothing changed, and none of nothing', () => {
    expect(kinds(compareTexts('The same', 'The same'))).toEqual(['kept:The same']);
    expect(compareTexts('', '')).toEqual([]);
    expect(kinds(compareTexts('', 'New'))).toEqual(['added:New']);
    expect(kinds(compareTexts('Old', ''))).toEqual(['removed:Old']);
  });

  it('finds what stayed between two changes', () => {
    expect(kinds(compareTexts('a b c d e', 'x b c d y'))).toEqual([
      'removed:a',
      'added:x',
      'kept:b c d',
      'removed:e',
      'added:y',
    ]);
  });

  it('does not take the space behind a word for a part of it, but the end of a line', () => {
    expect(kinds(compareTexts('Opening hours', 'Opening hours until Christmas'))).toEqual([
      'kept:Opening hours',
      'added:until Christmas',
    ]);
    expect(kinds(compareTexts('one two', 'one\n\ntwo'))).toEqual(['removed:one', 'added:one', 'kept:two']);
  });

  it('loses no letter of either text, whatever they are', () => {
    const pairs = [
      ['One\n\n- two\n- three', 'One\n\n- two\n- four\n- three\n'],
      ['  spaces  first', 'spaces first'],
      ['word '.repeat(1_600), 'other '.repeat(1_600)],
    ] as const;
    for (const [earlier, later] of pairs) {
      const pieces = compareTexts(earlier, later);
      expect(textOf(pieces, 'added').replace(/ +/g, ' ')).toBe(earlier.replace(/ +/g, ' '));
      expect(textOf(pieces, 'removed')).toBe(later);
    }
  });
});
