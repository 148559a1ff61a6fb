import { expect, it } from 'vitest';
import { splitBySize } from './produce-records';

const record = (value: string) => ({ topic: 't', key: null, value });

it('fills requests up to the limit and keeps the order', () => {
  const records = ['a', 'b', 'c', 'd', 'e'].map(record);
  expect(splitBySize(records, 202)).toEqual([records.slice(0, 2), records.slice(2, 4), records.slice(4)]);
});

it('sends a record that is larger than the limit alone', () => {
  const [small, large, last] = [record('a'), record('x'.repeat(1_000)), record('b')];
  expect(splitBySize([small, large, last], 500)).toEqual([[small], [large], [last]]);
});

it('counts bytes, not characters, and the headers too', () => {
  const [one, two] = [record('ä'.repeat(100)), { ...record(''), headers: { name: 'ä'.repeat(100) } }];
  expect(splitBySize([one, two], 500)).toEqual([[one], [two]]);
});

it('sends nothing for nothing', () => {
  expect(splitBySize([])).toEqual([]);
});
