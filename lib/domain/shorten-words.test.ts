import { expect, it } from 'vitest';
import { shortenWords } from './shorten-words';

it.each([
  ['short', 'short'],
  ['exactly10!', 'exactly10!'],
  ['more than ten', 'more than…'],
  ['12345678🦊', '12345678🦊'],
  ['12345678🦊🦊', '12345678🦊🦊'],
  ['12345678🦊🦊🦊', '12345678🦊…'],
])('%s', (words, shown) => {
  expect(shortenWords(words, 10)).toBe(shown);
});
