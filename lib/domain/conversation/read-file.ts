import type { FileAnswer } from '@/lib/contracts/http/file-answer';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { isIn } from './membership';

/**
 * A file of a conversation, for those who may read its message; before it is sent for its owner alone.
 * @throws {DomainProblem} `resource.not_found`
 */
export async function readMessageFile(
  sql: SqlTx,
  readerId: string,
  asked: { id: string; fileId: string },
): Promise<FileAnswer> {
  const { id, fileId } = asked;
  const { rows } =
    isUuid(id) && isUuid(fileId) ? await sql.query<FileAnswer>(READ, [readerId, id, fileId]) : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

/** What was handed in and never sent goes after a day. */
export async function pruneMessageFiles(sql: SqlTx): Promise<void> {
  await sql.query(
    `DELETE FROM message_file WHERE message_id IS NULL AND created_at < now() - interval '1 day'`,
  );
}

const READ = `
  SELECT file.name, file.media_type, file.content
  FROM message_file AS file
  JOIN conversation ON conversation.id = file.conversation_id
  JOIN conversation_member AS own ON own.conversation_id = conversation.id AND own.user_id = $1
  LEFT JOIN message ON message.id = file.message_id
  WHERE file.id = $3 AND file.conversation_id = $2 AND ${isIn('own')} AND (
    (file.message_id IS NULL AND file.owner_id = $1)
    OR (message.seq > own.joined_seq AND message.deleted_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM message_hidden WHERE message_id = message.id AND user_id = $1)))`;
