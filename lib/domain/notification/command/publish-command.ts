import * as z from 'zod';
import type { PayloadOf } from '@/lib/contracts/events/catalogue';
import { Priority } from '@/lib/contracts/http/announcement';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

const RecipientType = z.enum(['all', 'role', 'department', 'course', 'users']);
export const priorityOf = ({ priority }: { priority: string }) =>
  Priority.safeParse(priority).data ?? 'normal';

export function publishBulk(tx: EventfulTx, payload: PayloadOf<'SEND_BULK'>): void {
  const recipient_type = RecipientType.parse(payload.recipient_type);
  tx.publish('SEND_BULK', { ...payload, recipient_type, priority: priorityOf(payload) });
}

/** A command for one recipient is called by its channel, or `SEND_IN_APP` where there are several. */
export function publishSingle(tx: EventfulTx, given: PayloadOf<'SEND_IN_APP'>): void {
  const payload = { ...given, priority: priorityOf(given) };
  const [only, ...more] = payload.channels;
  if (more.length > 0) tx.publish('SEND_IN_APP', payload);
  else if (only === 'email') tx.publish('SEND_EMAIL', payload);
  else if (only === 'sms') tx.publish('SEND_SMS', payload);
  else if (only === 'push') tx.publish('SEND_PUSH', payload);
  else tx.publish('SEND_IN_APP', payload);
}
