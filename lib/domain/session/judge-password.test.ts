import { expect, it } from 'vitest';
import { DomainProblem } from '../problem';
import { judgePassword } from './judge-password';

const person = { name: 'Ada Lovelace', email: 'countess.ada@nimbusu.test' };

function codeOf(password: string): string | undefined {
  try {
    judgePassword(password, person);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainProblem)) throw error;
    return error.details.errors?.[0]?.code;
  }
}

it.each([
  ['short', 'too_small'],
  ['😀😀😀😀', 'too_small'],
  ['password', 'too_common'],
  ['Password2024!', 'too_common'],
  ['QWERTZUIOP', 'too_common'],
  ['abababababab', 'too_common'],
  ['lovelace', 'too_personal'],
  ['Lovelace-1815', 'too_personal'],
  ['countess1', 'too_personal'],
])('refuses %s as %s', (password, code) => expect(codeOf(password)).toBe(code));

it.each(['nimbusu-demo', 'correct horse battery', 'a lovelace in the garden', 'пароль длинный', '7h9-kk2-x'])(
  'takes %s',
  (password) => expect(codeOf(password)).toBeUndefined(),
);
