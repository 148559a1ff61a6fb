/** All of this product's keys in the tab's storage begin so, that signing out can remove them. */
const prefix = 'nimbusu:';
/** So begin those of what waits to be sent, for all tabs of the browser: marks, messages. */
export const unsent = 'nimbusu:unsent:';

/** Removes what this tab keeps of its user. */
export const clearTabStorage = (): void => clear(() => sessionStorage, prefix);

/** The session is over: what was never sent is nobody's to send. */
export const forgetUnsent = (): void => clear(() => localStorage, unsent);

/** Storage may be denied (private mode): then it kept nothing. */
function clear(storage: () => Storage, begin: string): void {
  try {
    for (const key of Object.keys(storage())) if (key.startsWith(begin)) storage().removeItem(key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
