import type { Locale } from '@/lib/contracts/http/locale';
import type { SqlTx } from '@/lib/infra/db/sql';
import { writeMail } from '@/lib/infra/mail/write-mail';
import { sessionMails } from './mail-texts';
import { linkMinutes, makePasswordLink } from './password-link';

/**
 * Sends somebody new a link to choose a password with, good for a week; in the transaction that makes the user. Such a
 * user has a password hash that nothing fits until then.
 */
export async function sendInvitation(
  tx: SqlTx,
  person: { id: string; name: string; email: string; locale: Locale | null },
  publicOrigin: string,
): Promise<void> {
  const link = await makePasswordLink(tx, { userId: person.id, kind: 'invitation', publicOrigin });
  const mail = { name: person.name, link: link.url, minutes: linkMinutes.invitation };
  await writeMail(tx, person.email, sessionMails(person.locale).invitation(mail));
}
