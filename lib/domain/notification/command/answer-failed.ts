import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Answer, statusOf } from './answer-status';

/** Tells the sender, on `notification.status`, that a command or one of its recipients gets nothing, and why. */
export const answerFailed = (tx: EventfulTx, answer: Answer): string =>
  tx.publish('NOTIFICATION_FAILED', { ...statusOf(answer), status: 'failed' });
