import { expect, it } from 'vitest';
import { withoutMarks } from './without-marks';

it('leaves the words of common Markdown', () => {
  expect(withoutMarks('# Exams\n\n- in **B12**\n- at _ten_\n\n> bring `paper`')).toBe(
    'Exams\n\nin B12\nat ten\n\nbring paper',
  );
  expect(withoutMarks('See [the plan](https://uni.example/plan) and ![a map](/map.png).')).toBe(
    'See the plan and a map.',
  );
});

it('takes nothing that is no mark', () => {
  for (const text of ['2 * 3 * 4', 'snake_case_name', '1.5 hours', 'C# and F#', 'a - b', '<b>text</b>'])
    expect(withoutMarks(text)).toBe(text);
});

it('is no longer than a row shows', () => {
  expect(withoutMarks('word '.repeat(1_000))).toHaveLength(300);
});
