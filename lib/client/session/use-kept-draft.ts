import { useEffect, useRef } from 'react';
import * as z from 'zod/mini';

interface KeptDraft<T> {
  /** Unique in the product; kept apart per user by the caller. */
  key: string;
  schema: z.core.$ZodType<T>;
  onRestore: (values: T) => void;
}

/** Keeps what is typed over a reload or a new log-in, in the tab's storage. Gives how to keep it and how to forget it. */
export function useKeptDraft<T>({ key, schema, onRestore }: KeptDraft<T>) {
  const storageKey = `nimbusu:draft:${key}`;
  const restore = useRef(onRestore);
  useEffect(() => {
    const text = readStorage(storageKey);
    if (text === null) return;
    const parsed = z.safeParse(schema, parseJson(text));
    if (parsed.success) restore.current(parsed.data);
  }, [storageKey, schema]);
  return {
    keep: (values: T) => attemptStorage(() => sessionStorage.setItem(storageKey, JSON.stringify(values))),
    forget: () => attemptStorage(() => sessionStorage.removeItem(storageKey)),
  };
}

function readStorage(key: string): string | null {
  let text: string | null = null;
  attemptStorage(() => {
    text = sessionStorage.getItem(key);
  });
  return text;
}

/** Storage may be full or denied (private mode): then the draft lives as long as the page. */
function attemptStorage(access: () => void): void {
  try {
    access();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
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
