const key = 'nimbusu:single-key-shortcuts';
const listeners = new Set<() => void>();

/** Whether shortcuts of a bare key are on; on this device, for all its tabs. Without storage (private mode) they are. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch (error) {
    if (error instanceof DOMException) return true;
    throw error;
  }
}

export function switchShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  for (const each of listeners) each();
}

export function onShortcutsSwitched(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
