import type { EventLog, LogRecord, Subscription } from '@/lib/infra/event-log/port';

export interface LogTail {
  /** Calls `onRecords` with what comes from now on; `ready` resolves when "now" is fixed. */
  follow(onRecords: (records: readonly LogRecord[]) => void): { ready: Promise<void>; stop(): void };
  /** Resolves when nothing is followed any more. */
  close(): Promise<void>;
}

/**
 * The end of all topics, read once for every desk of this process, by a group of its own, and only while somebody looks.
 */
export function tailLog(options: {
  log: EventLog;
  groupId: string;
  topics: readonly string[];
  onError: (error: unknown) => void;
}): LogTail {
  const { log, onError } = options;
  const followers = new Set<(records: readonly LogRecord[]) => void>();
  let running: Promise<Subscription> | null = null;
  let stopping: Promise<void> = Promise.resolve();
  let starts = 0;

  async function start(): Promise<Subscription> {
    await stopping;
    starts += 1;
    return log.subscribe({
      groupId: `${options.groupId}-${starts}`,
      topics: options.topics,
      startFrom: 'latest',
      ephemeral: true,
      async onBatch(batch) {
        for (const tell of followers) tell(batch.records);
        const last = batch.records.at(-1);
        if (last) await batch.markDone(last.offset);
      },
    });
  }

  function stopWhenAlone(): void {
    if (followers.size > 0 || !running) return;
    const ended = running;
    running = null;
    stopping = ended.then((subscription) => subscription.stop()).catch(onError);
  }

  return {
    follow(onRecords) {
      followers.add(onRecords);
      running ??= start();
      const current = running;
      const ready = current.then((subscription) => subscription.ready);
      // A start that failed must not be what the next desk waits for.
      ready.catch(() => {
        if (running === current) running = null;
      });
      return {
        ready,
        stop() {
          followers.delete(onRecords);
          stopWhenAlone();
        },
      };
    },
    async close() {
      followers.clear();
      stopWhenAlone();
      await stopping;
    },
  };
}
