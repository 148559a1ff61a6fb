import { vi } from 'vitest';
import type { EventLog, LogRecord, PartitionBatch, Subscription, SubscriptionSpec } from '../port';

export interface TestReader {
  /** What came, in its order, also what came twice. */
  readonly records: LogRecord[];
  readonly subscription: Subscription;
  values(): string[];
}

/** Subscribes, keeps what comes and marks each record, unless `onBatch` says otherwise; `ready` is awaited. */
export async function readLog(
  log: EventLog,
  spec: Omit<SubscriptionSpec, 'onBatch'>,
  onRecord: (record: LogRecord, batch: PartitionBatch) => Promise<void> = (record, batch) =>
    batch.markDone(record.offset),
): Promise<TestReader> {
  const records: LogRecord[] = [];
  const subscription = await log.subscribe({
    ...spec,
    async onBatch(batch) {
      for (const record of batch.records) {
        if (!batch.active()) return;
        records.push(record);
        await onRecord(record, batch);
      }
    },
  });
  await subscription.ready;
  return { records, subscription, values: () => records.map((record) => record.value?.toString() ?? '') };
}

/** Waits for a condition, however long it takes on a busy machine. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 45_000, interval: 10 });

/** `count` values that tell their place. */
export const numbered = (count: number, prefix = 'r'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
