import type * as z from 'zod';
import { anything, count, optionalText, optionalTime, struct, text, time } from './fields';

/** The body of a record on `dlq.events`: an event (or bytes that are none) which a group could not process. */
export const DeadLetterEvent = struct({
  original_topic: text,
  original_event: anything.describe('The JSON as it came; a string when it was no JSON.'),
  original_key: text,
  original_timestamp: optionalTime,
  failure_reason: text,
  failure_count: count,
  last_attempt_at: time,
  consumer_group: text,
  service_name: text,
  stack_trace: optionalText,
});
export type DeadLetterEvent = z.output<typeof DeadLetterEvent>;
