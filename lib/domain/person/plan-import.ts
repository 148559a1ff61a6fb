import { createHash } from 'node:crypto';
import { Role } from '@/lib/contracts/http/me';
import type { PersonView } from '@/lib/contracts/http/person';
import type { ImportColumn, ImportRow } from '@/lib/contracts/http/person-import';
import { emailAddress, personName, registerNo } from '@/lib/contracts/http/person-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { listDepartments } from '../department/queries';
import { PERSON, type PersonRow, personView } from './person-row';
import type { FileRow } from './read-people-csv';

/** One row, what would become of it, and who it is about when there is such an account. */
export interface PlannedRow extends ImportRow {
  readonly before: PersonView | null;
  readonly after: PersonView | null;
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  /** The same for the same file and the same accounts. */
  readonly digest: string;
}

/** Compares a file with the accounts; two statements, however long it is. With `lock` the accounts stay as they are. */
export async function planImport(
  tx: SqlTx,
  rows: readonly FileRow[],
  { actorId, lock }: { actorId: string; lock: boolean },
): Promise<Plan> {
  const { rows: found } = await tx.query<PersonRow>(
    `${PERSON} WHERE app_user.email = ANY ($1::text[]) OR app_user.register_no::text = ANY ($2::text[])
     ORDER BY app_user.id ${lock ? 'FOR UPDATE OF app_user' : ''}`,
    [rows.map((row) => row.email), rows.flatMap((row) => row.register_no || [])],
  );
  const people = found.map(personView);
  const known = {
    actorId,
    byEmail: new Map(people.map((person) => [person.email, person])),
    byNumber: new Map(people.flatMap((person) => (person.register_no ? [[person.register_no, person]] : []))),
    departments: new Map((await listDepartments(tx)).map((each) => [each.code.toLowerCase(), each])),
    emails: countOf(rows.map((row) => row.email)),
    numbers: countOf(rows.flatMap((row) => row.register_no || [])),
  };
  const planned = rows.map((row) => planRow(row, known));
  const seen = planned.map(({ kind, email, changes, before }) => [
    kind,
    email,
    changes,
    before?.version ?? 0,
  ]);
  return { rows: planned, digest: createHash('sha256').update(JSON.stringify(seen)).digest('base64url') };
}

interface Known {
  readonly actorId: string;
  readonly byEmail: ReadonlyMap<string, PersonView>;
  readonly byNumber: ReadonlyMap<string, PersonView>;
  readonly departments: ReadonlyMap<string, NonNullable<PersonView['department']>>;
  readonly emails: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
}

function planRow(row: FileRow, known: Known): PlannedRow {
  const before = known.byEmail.get(row.email) ?? null;
  const problems: ImportRow['problems'] = [];
  const wrong = (field: ImportColumn, code: string) =>
    problems.push({ field, code, value: row[field] ?? '' });
  const role = row.role ? Role.options.find((each) => each === row.role?.toLowerCase()) : before?.role;
  const name = row.name ?? before?.name ?? '';
  const number = row.register_no === undefined ? (before?.register_no ?? null) : row.register_no || null;
  const code = row.department === undefined ? before?.department?.code : row.department;
  const department = code ? known.departments.get(code.toLowerCase()) : null;

  if (!emailAddress.safeParse(row.email).success) wrong('email', 'invalid_format');
  else if ((known.emails.get(row.email) ?? 0) > 1) wrong('email', 'twice');
  if (!personName.safeParse(name).success) wrong('name', name === '' ? 'missing' : 'invalid_format');
  if (!role) wrong('role', row.role ? 'unknown' : 'missing');
  if (department === undefined) wrong('department', 'unknown');
  if (number !== null) {
    const owner = known.byNumber.get(number);
    if (!registerNo.safeParse(number).success) wrong('register_no', 'invalid_format');
    else if ((known.numbers.get(number) ?? 0) > 1) wrong('register_no', 'twice');
    else if (owner && owner.email !== row.email) wrong('register_no', 'taken');
  }
  if (before?.status === 'deleted') wrong('email', 'deleted');
  if (before?.id === known.actorId && role !== before.role) wrong('role', 'is_self');

  const same = { row: row.row, email: row.email, before };
  if (problems.length > 0 || !role || department === undefined)
    return { ...same, kind: 'error', changes: [], problems, after: null };
  const after: PersonView = {
    ...(before ?? fresh(row.email)),
    name,
    role,
    department,
    register_no: number,
  };
  const changes = before ? changesOf(before, after) : [];
  const kind = before === null ? 'create' : changes.length === 0 ? 'unchanged' : 'change';
  return { ...same, kind, changes, problems, after };
}

/** An account that is not there yet; its id is given when it is made. */
const fresh = (email: string): PersonView => ({
  id: '',
  name: '',
  email,
  role: 'student',
  department: null,
  register_no: null,
  status: 'active',
  status_reason: '',
  suspended_until: null,
  created_at: '',
  advisor: null,
  guardian_email: '',
  phone: '',
  version: 1,
});

function changesOf(before: PersonView, after: PersonView): ImportRow['changes'] {
  const facts = (person: PersonView) => ({
    name: person.name,
    role: person.role,
    department: person.department?.code ?? null,
    register_no: person.register_no,
  });
  const [old, now] = [facts(before), facts(after)];
  return (['name', 'role', 'department', 'register_no'] as const)
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ field, old_value: old[field], new_value: now[field] }));
}

function countOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
