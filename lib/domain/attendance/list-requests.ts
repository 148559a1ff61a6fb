import type { CorrectionRequest, CorrectionRequestList } from '@/lib/contracts/http/attendance-correction';
import type { SqlTx } from '@/lib/infra/db/sql';
import { cursorTime, type KeysetPage, pageOfRows } from '@/lib/infra/http/keyset-cursor';
import type { SignedIn } from '../session/authenticate';
import { MAY_SEE, REQUEST_COLUMNS, REQUEST_FROM } from './request-row';

/** The requests somebody made or may decide, the newest first; administrators all. */
export async function listRequests(
  sql: SqlTx,
  reader: SignedIn,
  page: KeysetPage & { open?: boolean | undefined },
): Promise<CorrectionRequestList> {
  const { rows } = await sql.query<CorrectionRequest & { cursor_at: string }>(LIST, [
    reader.userId,
    reader.role,
    page.open ?? null,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  return pageOfRows(rows, page);
}

const LIST = `
  SELECT ${REQUEST_COLUMNS}, ${cursorTime('request.created_at')} AS cursor_at
  ${REQUEST_FROM}
  WHERE ${MAY_SEE} AND ($3::boolean IS NULL OR (request.state = 'open') = $3)
    AND ($4::timestamptz IS NULL OR (request.created_at, request.id) < ($4, $5::uuid))
  ORDER BY request.created_at DESC, request.id DESC
  LIMIT $6`;
