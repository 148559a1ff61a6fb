import { topic } from '../define-event';

/** Carries no envelope and no event types: each record is a `DeadLetterEvent` (dead-letter.ts). */
export const dlqEvents = topic({
  name: 'dlq.events',
  description: 'Dead letter queue for failed events',
  producers: ['consumer-groups'],
  partitions: 3,
  retentionDays: 30,
  replicationFactor: 3,
  events: {},
});
