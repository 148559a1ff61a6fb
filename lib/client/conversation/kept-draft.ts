/** Signing out clears it, as all that the tab keeps of its user. */
const keyOf = (conversationId: string) => `nimbusu:draft:${conversationId}`;

/** What was typed and not sent, over reloads of the tab. Storage may be denied (private mode): then nothing was kept. */
export function readDraft(conversationId: string): string {
  try {
    return sessionStorage.getItem(keyOf(conversationId)) ?? '';
  } catch (error) {
    if (error instanceof DOMException) return '';
    throw error;
  }
}

export function keepDraft(conversationId: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(conversationId));
    else sessionStorage.setItem(keyOf(conversationId), text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
