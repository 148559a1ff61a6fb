/** All of this product's keys in the tab's storage begin so, that signing out can remove them. */
const prefix = 'nimbusu:';
/** So begin those of marks that wait to be saved, for all tabs of the browser. */
export const keptMarks = 'nimbusu:marks:';

/** Removes what this tab keeps of its user. */
export const clearTabStorage = (): void => clear(() => sessionStorage, prefix);

/** The session is over: marks that were never sent are nobody's to send. */
export const forgetMarks = (): void => clear(() => localStorage, keptMarks);

/** Storage may be denied (private mode): then it kept nothing. */
function clear(storage: () => Storage, begin: string): void {
  try {
    for (const key of Object.keys(storage())) if (key.startsWith(begin)) storage().removeItem(key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
