import * as z from 'zod/mini';
import { SyncCursor } from '@/lib/contracts/pushes/socket';
import type { ReportFault } from './report-fault';

/** What a tab remembers over a reload to catch up without telling anything twice. */
const Remembered = z.object({
  /** From the last answer to `sync`, and from nowhere else. */
  cursor: z.nullable(SyncCursor),
  /** What has been shown since then: the next answer brings it again. */
  shown: z.array(z.string()),
});
type Remembered = z.output<typeof Remembered>;

export interface CatchUpMemory {
  read: () => Remembered;
  write: (remembered: Remembered) => void;
}

const mostShown = 500;
const nothing: Remembered = { cursor: null, shown: [] };

/** Kept per user in the tab's storage; without storage (private mode) in memory alone. */
export function createCatchUpMemory(
  userId: string,
  storage: () => Storage,
  report: ReportFault,
): CatchUpMemory {
  const key = `nimbusu:catch-up:${userId}`;
  let remembered = load();

  function load(): Remembered {
    try {
      const text = storage().getItem(key);
      if (text === null) return nothing;
      const parsed = Remembered.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : nothing;
    } catch (error) {
      report({ kind: 'storage.unavailable', detail: String(error) });
      return nothing;
    }
  }

  return {
    read: () => remembered,
    write: ({ cursor, shown }) => {
      remembered = { cursor, shown: shown.slice(-mostShown) };
      try {
        storage().setItem(key, JSON.stringify(remembered));
      } catch (error) {
        report({ kind: 'storage.unavailable', detail: String(error) });
      }
    },
  };
}
