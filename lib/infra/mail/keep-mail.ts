import type { SqlTx } from '../db/sql';
import { messageIdOf } from './mail-name';
import type { MailText } from './write-mail';

/** A mail that nobody will send: without a mail server it is only kept to be read. Kept again it changes nothing. */
export async function keepMail(sql: SqlTx, id: string, to: string, mail: MailText): Promise<void> {
  await sql.query(KEEP, [id, messageIdOf(id), to, mail.subject, mail.text]);
}

const KEEP = `
  INSERT INTO mail (id, message_id, to_address, subject, body, attempts, next_try_at, sent_at)
  VALUES ($1, $2, $3, $4, $5, 1, NULL, now())
  ON CONFLICT (id) DO NOTHING`;
