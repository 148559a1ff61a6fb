import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Notice, tellAlike } from '../notification/tell-people';

/** Tells somebody of their own account, on all their screens, in the transaction of what it tells of. */
export function notifyOwner(tx: EventfulTx, userId: string, notice: Notice): void {
  tellAlike(tx, { ...notice, userIds: [userId], kind: 'security', priority: 'high', actionUrl: '/profile' });
}
