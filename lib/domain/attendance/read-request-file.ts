import type { FileAnswer } from '@/lib/contracts/http/file-answer';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readRequest } from './request-row';

/** The file of a request, for the student and those who decide. @throws {DomainProblem} `resource.not_found` */
export async function readRequestFile(sql: SqlTx, reader: SignedIn, id: string): Promise<FileAnswer> {
  await readRequest(sql, reader, id);
  const { rows } = await sql.query<FileAnswer>(
    'SELECT name, media_type, content FROM attendance_request_file WHERE request_id = $1',
    [id],
  );
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}
