import { expect, it } from 'vitest';
import { quoteText } from './quote-text';

it.each([
  ['plain words', 'The lab moves.', 'The lab moves.'],
  ['marks', '# Lab\n\n**Friday**, _14:00_, `B12`', 'Lab Friday, 14:00, B12'],
  ['a link', 'See [the plan](https://example.edu/plan)', 'See the plan'],
  ['lists', '- one\n- two\n  1. three', 'one two three'],
  ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', 'a b 1 2'],
  ['code', '```\nmake exam\n```', 'make exam'],
  ['what looks like HTML', 'a <b>bold</b> claim & "more"', 'a <b>bold</b> claim & "more"'],
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['nothing', '', ''],
])('quotes %s', (_what, markdown, words) => {
  expect(quoteText(markdown)).toBe(words);
});

it('keeps to what a notification has room for', () => {
  const quoted = quoteText('word '.repeat(4_000));
  expect(quoted.length).toBeLessThanOrEqual(280);
  expect(quoted).toMatch(/word…$/);
});
