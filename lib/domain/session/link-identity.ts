import { v7 as uuidv7 } from 'uuid';
import type { Locale } from '@/lib/contracts/http/locale';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { accountNotices } from './notice-texts';
import { notifyOwner } from './notify-owner';

/**
 * Whether the account belongs to this person of the provider; of one that belongs to nobody there, it does from now on, and
 * its owner is told. An e-mail that was given to somebody else does not bring the account along.
 */
export async function linkIdentity(
  tx: EventfulTx,
  user: { readonly id: string; readonly locale: Locale | null; readonly has_signed_in: boolean },
  identity: { readonly issuer: string; readonly subject: string },
): Promise<boolean> {
  const made = await tx.query(LINK, [uuidv7(), identity.issuer, identity.subject, user.id]);
  if (made.rowCount === 1) {
    if (user.has_signed_in) notifyOwner(tx, user.id, accountNotices(user.locale).linked());
    return true;
  }
  const { rows } = await tx.query<{ user_id: string }>(
    'SELECT user_id FROM external_identity WHERE issuer = $1 AND subject = $2',
    [identity.issuer, identity.subject],
  );
  return rows[0]?.user_id === user.id;
}

const LINK = `
  INSERT INTO external_identity (id, issuer, subject, user_id) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING`;
