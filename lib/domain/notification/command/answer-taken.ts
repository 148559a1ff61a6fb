import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Answer, statusOf } from './answer-status';

/** Tells the sender that a command is taken. It names no recipients: those are named when it is sent. */
export const answerTaken = (tx: EventfulTx, answer: Answer): string =>
  tx.publish('NOTIFICATION_QUEUED', { ...statusOf(answer), status: 'queued' });
