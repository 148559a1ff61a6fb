import type { ConversationDetail } from '@/lib/contracts/http/conversation';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { CONVERSATION_COLUMNS, CONVERSATION_FROM, DETAIL_COLUMNS, IS_READERS } from './conversation-row';

/** A conversation with everybody in it. @throws {DomainProblem} `resource.not_found`, also for those who are not in it */
export async function readConversation(
  sql: SqlTx,
  readerId: string,
  id: string,
): Promise<ConversationDetail> {
  const { rows } = isUuid(id) ? await sql.query<ConversationDetail>(ONE, [readerId, id]) : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

const ONE = prepared(`
  SELECT ${CONVERSATION_COLUMNS}, ${DETAIL_COLUMNS} ${CONVERSATION_FROM}
  WHERE ${IS_READERS} AND conversation.id = $2`);
