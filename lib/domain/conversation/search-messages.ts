import type { FoundMessages } from '@/lib/contracts/http/conversation';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';
import { CONVERSATION_FROM, IS_READERS, TITLE } from './conversation-row';
import { isNotHidden, MESSAGE_COLUMNS, MESSAGE_JOINS } from './message-row';

/** The messages with these words that somebody may read: of the conversations they are in, since they came; newest first. */
export async function searchMessages(
  sql: SqlTx,
  readerId: string,
  page: KeysetPage & { query: string; conversationId?: string | undefined },
): Promise<FoundMessages> {
  const { rows } = await sql.query<FoundMessages['items'][number] & { cursor_at: string }>(SEARCH, [
    readerId,
    containsPattern(page.query),
    page.conversationId ?? null,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  return pageOfRows(rows, page);
}

const SEARCH = prepared(`
  SELECT ${MESSAGE_COLUMNS}, ${TITLE} AS conversation_title, ${cursorTime('message.sent_at')} AS cursor_at
  ${CONVERSATION_FROM}
  JOIN message ON message.conversation_id = conversation.id AND message.seq > own.joined_seq
  ${MESSAGE_JOINS}
  WHERE ${IS_READERS} AND message.deleted_at IS NULL AND ${isNotHidden(1)}
    AND $2::text IS NOT NULL AND (message.text ILIKE $2 OR file.name ILIKE $2)
    AND ($3::uuid IS NULL OR conversation.id = $3)
    AND ($4::timestamptz IS NULL OR (message.sent_at, message.id) < ($4, $5::uuid))
  ORDER BY message.sent_at DESC, message.id DESC
  LIMIT $6`);
