import type { DeskLag } from '@/lib/contracts/pushes/desk';
import type { EventLog } from '@/lib/infra/event-log/port';

const FRESH_MS = 1_000;

/** What every group still has to read. Desks that ask within a second get one answer. */
export function createGroupMeter(log: EventLog): () => Promise<DeskLag> {
  let latest: { at: number; answer: Promise<DeskLag> } | null = null;

  async function measure(): Promise<DeskLag> {
    const groups = await Promise.all(
      (await log.groups()).map(async ({ groupId, members }) => {
        const partitions = await log.lag(groupId);
        const total = partitions.reduce((sum, { lag }) => sum + lag, 0);
        return {
          group_id: groupId,
          members,
          total,
          partitions: partitions.map(({ topic, partition, lag }) => ({ topic, partition, lag })),
        };
      }),
    );
    return {
      measured_at: new Date().toISOString(),
      engine: log.kind,
      // A group without a place reads from now on (the gateways, the desks): there is nothing behind it.
      groups: groups.filter(({ partitions }) => partitions.length > 0),
    };
  }

  return () => {
    if (!latest || Date.now() - latest.at > FRESH_MS) {
      const answer = measure();
      latest = { at: Date.now(), answer };
      answer.catch(() => {
        latest = null;
      });
    }
    return latest.answer;
  };
}
