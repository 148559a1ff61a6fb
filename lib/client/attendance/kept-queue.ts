import * as z from 'zod/mini';
import { keptMarks } from '../session/tab-storage';
import { emptyQueue, MarkQueue } from './mark-queue';

/** Of which session it is: what another one has left is nobody's to send. */
const Kept = z.extend(MarkQueue, { of: z.string() });

export interface KeptQueue {
  read: () => MarkQueue;
  write: (queue: MarkQueue) => void;
  /** What another tab has written. Returns what ends it. */
  subscribe: (listener: () => void) => () => void;
}

/**
 * Keeps the queue of one session over reloads, for all tabs of the browser. Where storage is denied or full it lives as
 * long as the page.
 */
export function createKeptQueue(userId: string, sessionId: string, storage: () => Storage): KeptQueue {
  const key = `${keptMarks}${userId}`;
  let text: string | null = null;
  let queue = emptyQueue;
  let isDenied = false;

  function parse(written: string | null): MarkQueue {
    if (written === null) return emptyQueue;
    const { data } = z.safeParse(Kept, parseJson(written));
    return data?.of === sessionId ? { posts: data.posts, refused: data.refused } : emptyQueue;
  }

  return {
    read() {
      if (isDenied) return queue;
      const written = attempt(() => storage().getItem(key));
      if (written === undefined || written === text) return queue;
      text = written;
      queue = parse(written);
      return queue;
    },
    write(next) {
      queue = next;
      const isEmpty = next.posts.length === 0 && next.refused.length === 0;
      const written = isEmpty ? null : JSON.stringify({ of: sessionId, ...next });
      const done = attempt(() => {
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

/** `undefined`: the storage is denied (private mode) or full. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Something else wrote it: the schema refuses `undefined`.
    return undefined;
  }
}
