import { createHash } from 'node:crypto';
import type { BounceTaken } from '@/lib/contracts/http/mail';
import { type Bounce, readBounce } from '@/lib/infra/mail/read-bounce';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { tellPeople } from '../notification/tell-people';
import { DomainProblem, wrongField } from '../problem';
import { markReturned } from './mark-returned';
import { isUndeliverable } from './undeliverable-address';

/**
 * Takes the report of a mail server on a mail of ours, as the mail that it came in. A mail that came back has failed, also
 * after it was sent; one that is put off further on stays sent, with what was said of it. The same report counts once.
 * @throws {DomainProblem} `request.invalid` for what is no report, `resource.not_found` for one of somebody else's mail
 */
export async function takeBounce(
  unitOfWork: UnitOfWork,
  request: { message: string; correlationId: string },
): Promise<BounceTaken> {
  const bounce = readBounce(request.message);
  if (bounce === null) throw wrongField('message', 'no_report', 'It is no report of a mail server');
  if (bounce === 'nothing') return { outcome: 'nothing' };
  const digest = createHash('sha256').update(request.message).digest('hex');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<Returned>(FIND, [bounce.mailId]);
    const mail = rows[0];
    if (!mail) throw new DomainProblem('resource.not_found');
    const wasKnown = await isUndeliverable(tx, mail.address);
    const { isFinal, isOfAddress, reason } = bounce;
    const kept = await tx.query(KEEP, [digest, mail.id, mail.address, isFinal, isOfAddress, reason]);
    if (kept.rowCount === 0) return { outcome: 'known' };
    await noteAt(tx, mail, bounce);
    if (isOfAddress && !wasKnown) await tellOwner(tx, mail.address, reason);
    return { outcome: isFinal ? 'failed' : 'delayed' };
  });
}

interface Returned {
  readonly id: string;
  /** In small letters. */
  readonly address: string;
  readonly is_delivery: boolean;
}

async function noteAt(tx: EventfulTx, mail: Returned, { isFinal, reason }: Bounce): Promise<void> {
  if (!mail.is_delivery) await tx.query(isFinal ? MAIL_RETURNED : MAIL_DELAYED, [mail.id, reason]);
  else if (isFinal) await markReturned(tx, mail.id, reason);
  else await tx.query(DELAYED, [mail.id, reason]);
}

const notices = {
  en: (address: string, reason: string) => ({
    title: 'Mail to you comes back',
    message: `Mail to ${address} does not arrive: ${reason}. You get no notifications there for now. Ask the administration to correct your address.`,
  }),
  de: (address: string, reason: string) => ({
    title: 'Mail an Sie kommt zurück',
    message: `Mail an ${address} kommt nicht an: ${reason}. Dorthin gehen vorerst keine Benachrichtigungen. Bitten Sie die Verwaltung, Ihre Adresse zu berichtigen.`,
  }),
} as const;

/** Where there is another way than by mail. */
async function tellOwner(tx: EventfulTx, address: string, reason: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(OWNERS, [address]);
  await tellPeople(tx, {
    userIds: rows.map(({ id }) => id),
    kind: 'security',
    priority: 'high',
    actionUrl: '/profile',
    write: ({ locale }) => notices[locale ?? 'en'](address, reason),
  });
}

/** A mail that is only kept here has the name of its delivery. */
const FIND = `
  SELECT id, lower(address) AS address, true AS is_delivery FROM notification_delivery
  WHERE id = $1::uuid AND channel = 'email'
  UNION ALL
  SELECT id, lower(to_address), false FROM mail WHERE id = $1::uuid
  ORDER BY is_delivery DESC LIMIT 1`;

const KEEP = `
  INSERT INTO mail_bounce (digest, mail_id, address, is_final, is_of_address, reason) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (digest) DO NOTHING`;

const DELAYED = `UPDATE notification_delivery SET last_error = $2 WHERE id = $1 AND status = 'sent'`;
const MAIL_DELAYED = `UPDATE mail SET last_error = $2 WHERE id = $1`;
const MAIL_RETURNED = `UPDATE mail SET last_error = $2, next_try_at = NULL, body = NULL WHERE id = $1`;
const OWNERS = `SELECT id FROM app_user WHERE lower(email) = $1 AND status = 'active' ORDER BY id`;
