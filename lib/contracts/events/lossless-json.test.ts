import { describe, expect, it } from 'vitest';
import { parseJson, stringifyJson } from './lossless-json';

describe('parseJson', () => {
  it.each([
    ['1234567890123456', 1234567890123456],
    ['12345678901234567', 12345678901234567n],
    ['-12345678901234567', -12345678901234567n],
    ['[9007199254740993 , 1]', [9007199254740993n, 1]],
    ['"12345678901234567890"', '12345678901234567890'],
    ['{"a\\\\":12345678901234567890}', { 'a\\': 12345678901234567890n }],
    [
      '{"12345678901234567890":"\\" 12345678901234567890"}',
      { '12345678901234567890': '" 12345678901234567890' },
    ],
    ['0.12345678901234567890', 0.12345678901234568],
    ['12345678901234567890.5', 12345678901234567000],
    ['12345678901234567890e-1', 1234567890123456800],
    ['1e-0000000000000000010', 1e-10],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it('takes a text of many megabytes', () => {
    const text = `["${'\\n'.repeat(3_000_000)}",12345678901234567890]`;
    expect(parseJson(text)).toEqual(['\n'.repeat(3_000_000), 12345678901234567890n]);
  });
});

describe('stringifyJson', () => {
  it('leaves out what is undefined and writes null for it in a list, as JSON.stringify does', () => {
    expect(stringifyJson({ a: undefined, b: [undefined, 1n] })).toBe('{"b":[null,1]}');
    expect(stringifyJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}');
  });
});
