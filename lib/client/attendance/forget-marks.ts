/** All keys of marks that wait begin so. */
export const keptMarks = 'nimbusu:marks:';

/** Whether this user has left marks unsent. Storage may be denied: then nothing was kept. */
export function hasKeptMarks(userId: string): boolean {
  try {
    return localStorage.getItem(`${keptMarks}${userId}`) !== null;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** The session is over: marks that were never sent are nobody's to send. Storage may be denied: then nothing was kept. */
export function forgetMarks(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(keptMarks)) localStorage.removeItem(key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
