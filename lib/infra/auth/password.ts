import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id, the library's default: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let nobody: Promise<string> | null = null;

/**
 * Whether the password fits. With `null` (no such user), or what is no hash (somebody invited who has not chosen one), it
 * works as long as for a real one, and says no.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const real = passwordHash?.startsWith('$argon2') ? passwordHash : null;
  const fits = await verify(real ?? (await nobody), password);
  return real !== null && fits;
}
