import { wrongField } from '../problem';
import { commonPasswords } from './common-passwords';

/** NIST SP 800-63B: long enough, not what everybody tries first, nothing of the person's own; no rules of composition. */
const SHORTEST = 8;
/** Shorter parts of a name are in many good passwords. */
const SHORTEST_OWN_PART = 4;

/** @throws {DomainProblem} `request.invalid`: `too_small`, `too_common` or `too_personal` at the field */
export function judgePassword(
  password: string,
  person: { readonly name: string; readonly email: string },
  field = 'password',
): void {
  if ([...password].length < SHORTEST)
    throw wrongField(field, 'too_small', `At least ${SHORTEST} characters`);
  const bare = password.toLowerCase().normalize('NFKC');
  // "Password2024!" is "password" to whoever guesses.
  const stem = bare.replace(/[\d\W_]+$/u, '');
  if (commonPasswords.has(bare) || commonPasswords.has(stem) || new Set(bare).size < 3)
    throw wrongField(field, 'too_common', 'One of those that are tried first');
  const letters = bare.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const own = ownParts(person);
  const rest = own.reduce((text, part) => text.replaceAll(part, ''), letters);
  if (rest !== letters && [...rest].length < SHORTEST)
    throw wrongField(field, 'too_personal', 'Hardly more than the own name or address');
}

function ownParts({ name, email }: { name: string; email: string }): string[] {
  const parts = `${name} ${email.split('@')[0] ?? ''}`
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u);
  return parts.filter((part) => [...part].length >= SHORTEST_OWN_PART).sort((a, b) => b.length - a.length);
}
