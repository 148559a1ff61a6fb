import { ApiProblem } from '../http/api-problem';
import { describeProblem } from '../text/describe-problem';
import type { Messages } from '../text/load-messages';
import type { SecurityText } from './security-text';

/** What is wrong with a password or a code: at which field (`null`: none), and in words. */
export function describeSecretProblem(
  text: SecurityText,
  words: Messages['problem'],
  error: unknown,
): { field: string | null; message: string } {
  const first = error instanceof ApiProblem ? error.errors[0] : undefined;
  if (!first) return { field: null, message: describeProblem(words, error) };
  const known = Object.entries(text.password.wrong).find(([code]) => code === first.code);
  return { field: first.field, message: known?.[1] ?? text.password.wrong.other };
}
