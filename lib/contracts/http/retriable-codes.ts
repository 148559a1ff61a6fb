/**
 * The codes of problems after which the same request may succeed later. Apart from the catalogue, which says the same of each
 * (a test compares), since browsers need no more of it.
 */
export const retriableCodes: ReadonlySet<string> = new Set([
  'auth.too_many_attempts',
  'idempotency.in_progress',
  'rate.limited',
  'announcement.reminded_just_now',
  'timetable.proposal_running',
  'service.unavailable',
  'service.failed',
]);
