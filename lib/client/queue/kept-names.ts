import { unsent } from '../session/tab-storage';

/** What is kept until it is sent. */
export type KeptName = 'marks' | 'messages';

export const keyOf = (name: KeptName, userId: string): string => `${unsent}${name}:${userId}`;

/** Whether this user has left something of it unsent. Storage may be denied (private mode): then nothing was kept. */
export const hasKept = (name: KeptName, userId: string): boolean =>
  (attemptStorage(() => localStorage.getItem(keyOf(name, userId))) ?? null) !== null;

/** `undefined`: the storage is denied or full. */
export function attemptStorage<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
