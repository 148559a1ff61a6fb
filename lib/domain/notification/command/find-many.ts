import * as z from 'zod';
import type { PayloadOf } from '@/lib/contracts/events/catalogue';
import { Role } from '@/lib/contracts/http/me';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { Audience } from '../audience';
import { countRecipients } from '../queries';
import { resolveAudience } from '../resolve-audience';
import { CommandRefused } from './command';
import type { Missed, Recipients } from './find-one';

type Bulk = PayloadOf<'SEND_BULK'>;

/**
 * Whom a bulk command means, and whom of those it names it will not reach. Its filter's lists narrow each other.
 * @throws {CommandRefused} when nobody is left, or when it is narrowed by what is not kept here
 */
export async function findMany(sql: SqlTx, payload: Bulk, isTrusted: boolean): Promise<Recipients> {
  const asked = audienceOf(payload);
  const audience = await resolveAudience(sql, asked);
  if (!audience) throw nobody();
  if (isTrusted) return { audience, missed: [] };
  if ((await countRecipients(sql, audience)) === 0) throw nobody();
  return { audience, missed: await findMissed(sql, asked) };
}

const nobody = () =>
  new CommandRefused('recipient_filter', 'nobody', 'The command names nobody who is known here');

/** The list that says whom each type of recipients means. */
const listOf = { role: 'role_names', course: 'course_ids', department: 'department_ids' } as const;

function audienceOf({ recipient_type, recipient_filter: filter }: Bulk): Audience {
  const roles = z.safeParse(z.array(Role), filter.role_names);
  if (!roles.success)
    throw new CommandRefused(
      'recipient_filter.role_names',
      'unknown',
      'Unknown role in recipient_filter.role_names',
    );
  // What would narrow it and is not kept here must not widen it.
  for (const list of ['program_ids', 'group_ids', 'semesters'] as const)
    if (filter[list].length > 0)
      throw new CommandRefused(`recipient_filter.${list}`, 'unknown', `There are no ${list} here`);
  const lists = {
    role_names: roles.data,
    department_ids: filter.department_ids.map(storable),
    course_ids: filter.course_ids.map(storable),
    user_ids: [],
  };
  switch (recipient_type) {
    case 'all':
      return { target_audience: 'all', ...lists };
    case 'users':
      return { target_audience: 'users', ...lists, user_ids: filter.user_ids.map(storable) };
    case 'role':
    case 'course':
    case 'department': {
      if (lists[listOf[recipient_type]].length === 0) throw nobody();
      const narrowed = Object.values(listOf).filter((list) => lists[list].length > 0).length > 1;
      return { target_audience: narrowed ? 'combined' : recipient_type, ...lists };
    }
    default:
      throw new CommandRefused(
        'recipient_type',
        'unknown',
        `recipient_type "${recipient_type}" is not known here`,
      );
  }
}

/** No text of the database holds a null character. */
const storable = (name: string) => name.replaceAll('\u0000', '\ufffd');

/** Each that is named and does not exist. */
async function findMissed(sql: SqlTx, asked: Audience): Promise<Missed[]> {
  const users = await missing(
    sql,
    asked.user_ids.map((id) => id.toLowerCase()),
    `SELECT id::text FROM app_user WHERE status = 'active'`,
  );
  const courses = await missing(
    sql,
    asked.course_ids,
    'SELECT id::text FROM course WHERE deleted_at IS NULL',
  );
  const departments = await missing(
    sql,
    asked.department_ids,
    'SELECT id::text FROM department UNION ALL SELECT code FROM department',
  );
  return [
    ...users.map((userId) => ({ userId, reason: 'There is no such active user' })),
    ...courses.map((id) => ({ userId: '', reason: `There is no course ${id}` })),
    ...departments.map((id) => ({ userId: '', reason: `There is no department ${id}` })),
  ];
}

async function missing(sql: SqlTx, named: readonly string[], known: string): Promise<string[]> {
  if (named.length === 0) return [];
  const { rows } = await sql.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS given (name)
     EXCEPT SELECT * FROM (${known}) AS known (name) WHERE known.name = ANY ($1::text[])`,
    [named],
  );
  return rows.map(({ name }) => name);
}
