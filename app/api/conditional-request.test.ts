import { describe, expect, it } from 'vitest';
import { alreadyHas, readIfMatch, versionTag } from './conditional-request';

describe('readIfMatch', () => {
  it.each([
    ['"v1"', 1],
    [' "v42" ', 42],
    ['W/"v3"', 0],
    ['"something-else"', 0],
    ['"v99999999999999999999"', 0],
    ['""', 0],
  ])('%s is version %i', (header, version) => {
    expect(readIfMatch(header, 'required')).toBe(version);
  });

  it.each(['*', 'v1', '"v1', '"v1", "v2"', '', 'W/v1', '"v"1"'])('refuses %s', (header) => {
    expect(() => readIfMatch(header, 'required')).toThrow(
      expect.objectContaining({ code: 'request.malformed' }),
    );
  });

  it('asks for it where it is required', () => {
    expect(() => readIfMatch(null, 'required')).toThrow(
      expect.objectContaining({ code: 'precondition.required' }),
    );
    expect(readIfMatch(null, 'optional')).toBeNull();
  });

  it('reads what a version is written as', () => {
    expect(readIfMatch(`"${versionTag(7)}"`, 'required')).toBe(7);
  });
});

describe('alreadyHas', () => {
  it.each([
    ['"v1"', true],
    ['W/"v1"', true],
    ['"v0", "v1"', true],
    ['*', true],
    ['"v2"', false],
    ['v1', false],
    [null, false],
  ])('%s: %s', (header, has) => {
    expect(alreadyHas(header, '"v1"')).toBe(has);
  });
});
