import { prepared, type SqlTx } from '@/lib/infra/db/sql';

/** In larger conversations nobody sees who has read: that would be as many events as readers times messages. */
export const RECEIPTS_UP_TO = 50;

/** Of these members, those whose screens show how far the reader has read: nobody when the reader hides it, or is one of too many. */
export async function whoSeesReceipts(
  sql: SqlTx,
  readerId: string,
  memberIds: readonly string[],
): Promise<string[]> {
  if (memberIds.length > RECEIPTS_UP_TO) return [];
  const { rows } = await sql.query<{ id: string }>(SHOWN, [readerId, memberIds]);
  return rows.map(({ id }) => id);
}

const SHOWN = prepared(`
  SELECT member.id::text FROM unnest($2::uuid[]) AS member (id)
  WHERE member.id <> $1::uuid
    AND NOT EXISTS (SELECT 1 FROM messaging_setting WHERE user_id IN (member.id, $1::uuid) AND NOT receipts)
  ORDER BY member.id`);
