import type { ConversationList, ConversationView } from '@/lib/contracts/http/conversation';
import type { ConversationListQuery } from '@/lib/contracts/http/conversation-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';
import {
  ACTIVE_AT,
  CONVERSATION_COLUMNS,
  CONVERSATION_FROM,
  IS_READERS,
  IS_UNREAD,
  READ_UP_TO,
  TITLE,
} from './conversation-row';
import { isIn } from './membership';

/** The conversations somebody is in, the most lately active first. */
export async function listConversations(
  sql: SqlTx,
  readerId: string,
  page: KeysetPage & Pick<ConversationListQuery, 'archived' | 'unread' | 'query'>,
): Promise<ConversationList> {
  const { rows } = await sql.query<ConversationView & { cursor_at: string }>(LIST, [
    readerId,
    page.archived,
    page.unread,
    containsPattern(page.query),
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  return pageOfRows(rows, page);
}

/** How many of them wait to be read: not the muted, nor the archived. */
export async function countUnreadConversations(sql: SqlTx, readerId: string): Promise<number> {
  const { rows } = await sql.query<{ unread: number }>(COUNT, [readerId]);
  return rows[0]?.unread ?? 0;
}

// Most conversations have nothing new, which two numbers tell.
const WAITS = `(own.marked_unread_at IS NOT NULL
  OR (conversation.last_seq > ${READ_UP_TO} AND EXISTS (SELECT 1 FROM message WHERE ${IS_UNREAD})))`;

const LIST = prepared(`
  SELECT ${CONVERSATION_COLUMNS}, ${cursorTime(ACTIVE_AT)} AS cursor_at
  ${CONVERSATION_FROM}
  WHERE ${IS_READERS} AND (own.archived_at IS NOT NULL) = $2 AND (NOT $3 OR ${WAITS})
    AND ($4::text IS NULL OR ${TITLE} ILIKE $4 OR EXISTS (SELECT 1 FROM conversation_member AS member
      JOIN app_user ON app_user.id = member.user_id
      WHERE member.conversation_id = conversation.id AND member.user_id <> $1 AND ${isIn()} AND app_user.name ILIKE $4))
    AND ($5::timestamptz IS NULL OR (${ACTIVE_AT}, conversation.id) < ($5, $6::uuid))
  ORDER BY ${ACTIVE_AT} DESC, conversation.id DESC
  LIMIT $7`);

const COUNT = prepared(`
  SELECT count(*)::int AS unread
  FROM conversation_member AS own JOIN conversation ON conversation.id = own.conversation_id
  WHERE ${IS_READERS} AND own.muted_at IS NULL AND own.archived_at IS NULL AND ${WAITS}`);
