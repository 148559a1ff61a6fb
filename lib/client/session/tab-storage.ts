/** All of this product's keys in the tab's storage begin so, that signing out can remove them. */
const prefix = 'nimbusu:';

/** Removes what this tab keeps of its user. Storage may be denied (private mode): then it kept nothing. */
export function clearTabStorage(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
