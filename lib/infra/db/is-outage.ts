/** SQLSTATEs (or their classes) that tell of the server's state, not of the statement. */
const OUTAGE_SQLSTATES = ['08', '53', '57P', '58', '40001', '40P01', '25006'];
const OUTAGE_ERRNOS = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
];
const OUTAGE_NAMES = ['EventLogUnavailable', 'BrokenCircuitError', 'AggregateError'];
/** What `pg` says without a code when a connection goes away under a query or cannot be had. */
const OUTAGE_MESSAGES = [
  /connection terminated/i,
  /timeout exceeded when trying to connect/i,
  /client has encountered a connection error/i,
  /connection (ended|closed)/i,
];

/** Whether the world is at fault (wait, however long) and not the record (retry, then the dead letter queue). */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    OUTAGE_ERRNOS.includes(code) ||
    (/^[0-9A-Z]{5}$/.test(code) && OUTAGE_SQLSTATES.some((state) => code.startsWith(state))) ||
    OUTAGE_NAMES.includes(error.name) ||
    OUTAGE_MESSAGES.some((message) => message.test(error.message)) ||
    isOutage(error.cause)
  );
}
