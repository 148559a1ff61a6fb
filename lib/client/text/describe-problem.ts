import { ApiProblem } from '../http/api-problem';
import type { Messages } from './load-messages';

/** What went wrong, as a sentence of the reader's language. The server's own words are for programs. */
export function describeProblem(
  words: Messages['problem'],
  error: unknown,
  /** What a page says of the problems that it alone meets. */
  own: Readonly<Record<string, string>> = {},
): string {
  if (!(error instanceof ApiProblem)) return words.ofCode['service.failed'];
  const said = own[error.code];
  if (said !== undefined) return said;
  return hasWords(words.ofCode, error.code) ? words.ofCode[error.code] : words.ofCode['service.failed'];
}

/** What is wrong with one field, by the code the server gives. */
export function describeFieldError(words: Messages['problem'], code: string): string {
  return hasWords(words.ofField, code) ? words.ofField[code] : words.ofField.other;
}

function hasWords<T extends object>(words: T, code: string): code is string & keyof T {
  return Object.hasOwn(words, code);
}
