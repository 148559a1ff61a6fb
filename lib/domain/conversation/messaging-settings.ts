import type { MessagingSettings } from '@/lib/contracts/http/conversation';
import type { ChangeMessagingSettings } from '@/lib/contracts/http/conversation-requests';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { findMembership } from './membership';

/** What somebody shows of themselves in conversations, and sees of others in return. */
export async function readMessagingSettings(sql: SqlTx, userId: string): Promise<MessagingSettings> {
  const { rows } = await sql.query<MessagingSettings>(READ, [userId]);
  return rows[0] ?? { receipts: true, typing: true, presence: true };
}

/** What is left out stays. */
export async function changeMessagingSettings(
  sql: SqlTx,
  userId: string,
  change: ChangeMessagingSettings,
): Promise<MessagingSettings> {
  await sql.query(WRITE, [userId, change.receipts ?? null, change.typing ?? null, change.presence ?? null]);
  return readMessagingSettings(sql, userId);
}

const READ = prepared('SELECT receipts, typing, presence FROM messaging_setting WHERE user_id = $1');

const WRITE = `
  INSERT INTO messaging_setting AS kept (user_id, receipts, typing, presence)
  VALUES ($1, coalesce($2::boolean, true), coalesce($3::boolean, true), coalesce($4::boolean, true))
  ON CONFLICT (user_id) DO UPDATE SET receipts = coalesce($2, kept.receipts), typing = coalesce($3, kept.typing),
    presence = coalesce($4, kept.presence)`;

/** What of a conversation somebody in it shows and sees; `null`: they are not in it. */
export async function seeLive(
  sql: SqlTx,
  userId: string,
  conversationId: string,
): Promise<{ typing: boolean; presence: boolean } | null> {
  if (!(await findMembership(sql, userId, conversationId))) return null;
  return readMessagingSettings(sql, userId);
}
