import type { SqlTx } from '@/lib/infra/db/sql';
import { type Mailer, MailRefused } from './mailer';

export type Delivery = 'nothing due' | 'sent' | 'later' | 'refused';

/** How long whoever has taken one may try, s: longer than an attempt lasts, so that no two send the same. */
const LEASE_SECONDS = 120;

/**
 * Sends one mail that is due and that nobody else is sending. It is put off before it is tried, so a process that dies in
 * between has it tried again: at least once, under one Message-ID. A server that is down only delays.
 */
export async function deliverMail(
  sql: SqlTx,
  mailer: Mailer,
  onFailure: (error: unknown) => void,
): Promise<Delivery> {
  const { rows } = await sql.query<DueMail>(TAKE);
  const mail = rows[0];
  if (!mail) return 'nothing due';
  try {
    await mailer.send({ id: mail.id, to: mail.to_address, ...textOf(mail) });
  } catch (error) {
    onFailure(error);
    const isRefused = error instanceof MailRefused;
    const said = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await sql.query(FAILED, [mail.id, mail.attempts, said, isRefused]);
    return isRefused ? 'refused' : 'later';
  }
  await sql.query(SENT, [mail.id, mailer.kind === 'smtp']);
  return 'sent';
}

interface DueMail {
  id: string;
  to_address: string;
  subject: string;
  body: string | null;
  /** With this one. */
  attempts: number;
}

const textOf = ({ subject, body }: DueMail) => ({ subject, text: body ?? '' });

const TAKE = `
  UPDATE mail SET attempts = attempts + 1, next_try_at = now() + interval '${LEASE_SECONDS} seconds'
  WHERE id = (
    SELECT id FROM mail WHERE next_try_at <= now() ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, to_address, subject, body, attempts`;

const SENT = `
  UPDATE mail SET sent_at = now(), next_try_at = NULL, last_error = NULL,
    body = CASE WHEN $2 THEN NULL ELSE body END
  WHERE id = $1`;

/** Whoever was slower than the lease says nothing of a mail that somebody else has taken since. */
const FAILED = `
  UPDATE mail SET last_error = $3,
    next_try_at = CASE WHEN NOT $4 THEN
      now() + least(interval '10 minutes', interval '5 seconds' * power(2, least(attempts - 1, 10))) END,
    body = CASE WHEN $4 THEN NULL ELSE body END
  WHERE id = $1 AND attempts = $2 AND next_try_at IS NOT NULL`;
