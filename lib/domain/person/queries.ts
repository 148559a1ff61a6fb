import type { PersonList, PersonView } from '@/lib/contracts/http/person';
import type { PersonFilter } from '@/lib/contracts/http/person-requests';
import { containsPattern } from '@/lib/infra/db/contains-pattern';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import type { KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { DomainProblem } from '../problem';
import { PERSON, type PersonRow, personView } from './person-row';

/** A page of the people, by name; the deleted only when asked for. The words may stand in name, email or number. */
export async function listPeople(sql: SqlTx, page: KeysetPage & PersonFilter): Promise<PersonList> {
  const { rows } = await sql.query<PersonRow>(LIST, [
    containsPattern(page.query),
    page.role ?? null,
    page.department_id ?? null,
    page.status ?? null,
    page.after?.at ?? null,
    page.after?.id ?? null,
    page.limit + 1,
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(personView),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.name, id: last.id }) : null,
  };
}

/** @throws {DomainProblem} `resource.not_found` */
export async function readPerson(sql: SqlTx, id: string): Promise<PersonView> {
  const { rows } = isUuid(id)
    ? await sql.query<PersonRow>(`${PERSON} WHERE app_user.id = $1`, [id])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return personView(rows[0]);
}

const LIST = prepared(`${PERSON}
  WHERE ($1::text IS NULL OR app_user.name ILIKE $1 OR app_user.email ILIKE $1 OR app_user.register_no::text ILIKE $1)
    AND ($2::role IS NULL OR app_user.role = $2)
    AND ($3::uuid IS NULL OR app_user.department_id = $3)
    AND (app_user.status = $4::user_status OR ($4 IS NULL AND app_user.status <> 'deleted'))
    AND ($5::text IS NULL OR (app_user.name, app_user.id) > ($5, $6::uuid))
  ORDER BY app_user.name, app_user.id
  LIMIT $7`);
