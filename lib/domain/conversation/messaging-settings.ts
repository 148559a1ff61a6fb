import type { MessagingSettings } from '@/lib/contracts/http/conversation';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { findMembership } from './membership';

/** What somebody shows of themselves in conversations, and sees of others in return. */
export async function readMessagingSettings(sql: SqlTx, userId: string): Promise<MessagingSettings> {
  const { rows } = await sql.query<MessagingSettings>(READ, [userId]);
  return rows[0] ?? { receipts: true, typing: true, presence: true };
}

const READ = prepared('SELECT receipts, typing, presence FROM messaging_setting WHERE user_id = $1');

/** What of a conversation somebody in it shows and sees; `null`: they are not in it. */
export async function seeLive(
  sql: SqlTx,
  userId: string,
  conversationId: string,
): Promise<{ typing: boolean; presence: boolean } | null> {
  if (!(await findMembership(sql, userId, conversationId))) return null;
  return readMessagingSettings(sql, userId);
}
