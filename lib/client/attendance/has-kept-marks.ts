import { keptMarks } from '../session/tab-storage';

/** Whether this user has left marks unsent. Storage may be denied (private mode): then nothing was kept. */
export function hasKeptMarks(userId: string): boolean {
  try {
    return localStorage.getItem(`${keptMarks}${userId}`) !== null;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
