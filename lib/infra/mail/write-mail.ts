import { v7 as uuidv7 } from 'uuid';
import type { SqlTx } from '../db/sql';
import { messageIdOf } from './mail-name';

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** A mail to be sent, in the transaction of its cause: it is sent if and only if that commits. */
export async function writeMail(tx: SqlTx, to: string, mail: MailText, id = uuidv7()): Promise<void> {
  await tx.query('INSERT INTO mail (id, message_id, to_address, subject, body) VALUES ($1, $2, $3, $4, $5)', [
    id,
    messageIdOf(id),
    to,
    mail.subject,
    mail.text,
  ]);
}
