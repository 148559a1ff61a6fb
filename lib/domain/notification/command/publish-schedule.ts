import type { PayloadOf } from '@/lib/contracts/events/catalogue';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { priorityOf } from './publish-command';

export function publishSchedule(tx: EventfulTx, payload: PayloadOf<'SCHEDULE_NOTIFICATION'>): void {
  tx.publish('SCHEDULE_NOTIFICATION', { ...payload, priority: priorityOf(payload) });
}
