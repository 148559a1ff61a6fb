import { useEffect, useRef } from 'react';
import { useMarkThreadRead } from '@/lib/client/forum/mark-thread-read';
import type { ForumThread } from '@/lib/contracts/http/forum';

/** Says that the thread is read up to the last reply that is shown, while the page is looked at. */
export function useThreadRead(thread: ForumThread, lastSeq: number | null, isLoaded: boolean): void {
  const { mutate } = useMarkThreadRead(thread.id);
  const told = useRef(thread.is_new ? -1 : thread.read_seq);
  const seq = isLoaded ? Math.max(lastSeq ?? 0, 0) : null;
  useEffect(() => {
    if (seq === null) return;
    const tell = () => {
      if (document.visibilityState !== 'visible' || seq <= told.current) return;
      told.current = seq;
      mutate(seq);
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [seq, mutate]);
}
