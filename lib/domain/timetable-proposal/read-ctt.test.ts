import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CttError, readCtt } from './read-ctt';

const text = readFileSync(path.join(import.meta.dirname, 'fixtures/comp01.ctt'), 'utf8');
const refusal = (given: string): string => {
  try {
    readCtt(given);
  } catch (error) {
    if (error instanceof CttError) return error.message;
    throw error;
  }
  return 'read';
};

describe('a .ctt file', () => {
  it('is read whole', () => {
    const instance = readCtt(text);
    expect(instance).toMatchObject({ name: 'Fis0506-1', days: 5, periodsPerDay: 6 });
    expect(instance.courses).toHaveLength(30);
    expect(instance.courses[1]).toEqual({
      id: 'c0002',
      teacher: 't001',
      lectures: 6,
      minimumDays: 4,
      students: 75,
    });
    expect(instance.rooms.map(({ capacity }) => capacity)).toEqual([200, 100, 9, 30, 20, 30]);
    expect(instance.curricula).toHaveLength(14);
    expect(instance.unavailable).toHaveLength(53);
    expect(instance.unavailable[0]).toEqual([0, 24]);
  });

  it('may come from another system', () => {
    expect(readCtt(text.replaceAll('\n', '\r\n'))).toEqual(readCtt(text));
  });

  it('is refused wherever it is cut off, with the line', () => {
    const lines = text.trimEnd().split('\n');
    for (let count = 0; count < lines.length; count += 1)
      expect(refusal(lines.slice(0, count).join('\n')), `${count} lines`).toMatch(/^line \d+: .*/);
  });

  it.each([
    [
      'a head that is no number',
      'Days: 5',
      'Days: five',
      'line 4: Days must be a whole number from 1 to 14, not "five"',
    ],
    ['an unknown course', 'q012 1 c0004', 'q012 1 c9999', 'line 62: there is no course "c9999"'],
    ['a course twice', 'c0002 t001', 'c0001 t001', 'line 11: the course "c0001" is there twice'],
    [
      'a day too far',
      'c0001 4 0 ',
      'c0001 5 0 ',
      'line 66: the day must be a whole number from 0 to 4, not "5"',
    ],
    ['a missing value', 'rB 200', 'rB', 'line 42: 2 values were expected, not 1'],
    [
      'more in the head than there is',
      'Rooms: 6',
      'Rooms: 7',
      'line 49: "ROOMS:" has 6 lines, the head says 7',
    ],
    [
      'less in the head than there is',
      'Rooms: 6',
      'Rooms: 5',
      'line 47: "CURRICULA:" was expected, not "rS 30"',
    ],
    [
      'lectures that fit nowhere',
      'c0014 t004 1',
      'c0014 t004 31',
      '31 lectures of "c0014" do not fit into 30 periods',
    ],
  ])('is refused with %s', (_what, from, to, message) => {
    expect(text).toContain(from);
    expect(refusal(text.replace(from, to))).toContain(message);
  });
});
