import * as z from 'zod/mini';
import { attemptStorage, type KeptName, keyOf } from './kept-names';

export interface KeptValue<T> {
  read: () => T;
  write: (value: T) => void;
  /** What another tab has written. Returns what ends it. */
  subscribe: (listener: () => void) => () => void;
}

interface Keeping<T> {
  name: KeptName;
  userId: string;
  /** Of which session it is: what another one has left is nobody's to send. */
  sessionId: string;
  shape: z.ZodMiniType<T>;
  empty: T;
  isEmpty: (value: T) => boolean;
  storage: () => Storage;
}

/**
 * Keeps what waits to be sent over reloads, for all tabs of the browser. Where storage is denied or full it lives as long as
 * the page.
 */
export function createKeptValue<T>(keeping: Keeping<T>): KeptValue<T> {
  const { name, userId, sessionId, shape, empty, isEmpty, storage } = keeping;
  const key = keyOf(name, userId);
  const Kept = z.object({ of: z.string(), value: shape });
  let text: string | null = null;
  let value = empty;
  let isDenied = false;

  function parse(written: string | null): T {
    if (written === null) return empty;
    const { data } = z.safeParse(Kept, parseJson(written));
    return data?.of === sessionId ? data.value : empty;
  }

  return {
    read() {
      if (isDenied) return value;
      const written = attemptStorage(() => storage().getItem(key));
      if (written === undefined || written === text) return value;
      text = written;
      value = parse(written);
      return value;
    },
    write(next) {
      value = next;
      const written = isEmpty(next) ? null : JSON.stringify({ of: sessionId, value: next });
      const done = attemptStorage(() => {
        if (written === null) storage().removeItem(key);
        else storage().setItem(key, written);
        return true;
      });
      isDenied = done === undefined;
      text = written;
    },
    subscribe(listener) {
      const onStorage = (event: StorageEvent) => {
        if (event.key === key || event.key === null) listener();
      };
      window.addEventListener('storage', onStorage);
      return () => window.removeEventListener('storage', onStorage);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Something else wrote it: the schema refuses `undefined`.
    return undefined;
  }
}
