import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { OuterChannel } from './outer-channel';

/** So many failures in a row of the channel itself open its breaker. */
export const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 60;

/** The channel has answered: the breaker closes. */
export async function noteAnswer(sql: SqlTx, channel: OuterChannel, hasTaken: boolean): Promise<void> {
  await sql.query(ANSWERED, [channel, hasTaken]);
}

/** The channel is down, not an address of it: after some in a row the breaker opens, for longer each time. */
export async function noteFailure(sql: SqlTx, channel: OuterChannel, error: string): Promise<void> {
  await sql.query(DOWN, [channel, error]);
}

/** Nothing was asked of the channel: whoever comes next may see whether the breaker can be closed. */
export async function notAsked(sql: SqlTx, channel: OuterChannel): Promise<void> {
  await sql.query(NOT_ASKED, [channel]);
}

// Hundreds a second are noted once a second: they would wait for each other at one row.
const ANSWERED = prepared(`
  INSERT INTO notification_channel_state AS state (channel, last_success_at)
  VALUES ($1::notification_channel, CASE WHEN $2 THEN now() END)
  ON CONFLICT (channel) DO UPDATE SET failures = 0, open_until = NULL,
    last_success_at = COALESCE(EXCLUDED.last_success_at, state.last_success_at)
  WHERE state.failures > 0 OR state.open_until IS NOT NULL
    OR ($2 AND (state.last_success_at IS NULL OR state.last_success_at < now() - interval '1 second'))`);

const DOWN = prepared(`
  INSERT INTO notification_channel_state AS state (channel, failures, last_failure_at, last_error)
  VALUES ($1::notification_channel, 1, now(), $2)
  ON CONFLICT (channel) DO UPDATE SET failures = state.failures + 1, last_failure_at = now(), last_error = $2,
    open_until = CASE WHEN state.failures + 1 >= ${FAILURES_TO_OPEN} THEN now() + interval '1 second' * least(
      ${LONGEST_PAUSE_SECONDS}, ${FIRST_PAUSE_SECONDS} * power(2, least(state.failures + 1 - ${FAILURES_TO_OPEN}, 10))) END`);

const NOT_ASKED = prepared(`
  UPDATE notification_channel_state SET open_until = now()
  WHERE channel = $1::notification_channel AND open_until > now()`);
