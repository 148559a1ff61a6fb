import type { Role } from '@/lib/contracts/http/me';
import { emailAddress } from '@/lib/contracts/http/person-requests';
import type { RosterRow } from '@/lib/contracts/http/roster-import';
import { listDepartments } from '../department/queries';
import { applyPlan } from '../person/apply-plan';
import { editPerson } from '../person/edit-person';
import { type PlannedRow, planImport } from '../person/plan-import';
import { readPerson } from '../person/queries';
import type { FileRow } from '../person/read-people-csv';
import { wrongField } from '../problem';
import { listOf, type RosterRows } from './roster-rows';
import { conclude, findTarget, type RosterRun, refuse, Skipped, settle } from './roster-run';

type UserRow = RosterRows['users'][number];

const roles: Readonly<Record<string, Role>> = {
  student: 'student',
  teacher: 'faculty',
  administrator: 'admin',
};
const others = new Set(['aide', 'guardian', 'parent', 'proctor', 'relative']);
const columns = {
  email: 'email',
  name: 'familyName',
  role: 'role',
  department: 'orgSourcedIds',
  register_no: 'identifier',
  other: 'email',
};

/**
 * Accounts, by the same plan as a file of people: two statements for the new ones and the changed ones. An email that has
 * changed is written before, since the plan knows people by it.
 */
export async function importUsers(run: RosterRun): Promise<void> {
  const codes = new Map((await listDepartments(run.tx)).map(({ id, code }) => [id, code]));
  const wanted = new Map<number, { row: UserRow; file: FileRow; moved: RosterRow['changes'] }>();
  for (const row of run.rows.users)
    await settle(run, judged(row), async () => {
      const role = roleOf(row);
      const department = departmentOf(run, row, codes);
      const email = emailAddress.safeParse(row.email).data;
      if (email === undefined)
        throw wrongField('email', row.email ? 'invalid_format' : 'missing', 'No email');
      const moved = await moveEmail(run, row, email);
      const identifier = /^[1-9]\d{0,17}$/.test(row.identifier) ? row.identifier : undefined;
      const file: FileRow = {
        row: row.row,
        email,
        name: nameOf(row),
        role,
        ...(department !== undefined && { department }),
        ...(identifier !== undefined && { register_no: identifier }),
      };
      wanted.set(row.row, { row, file, moved });
      return null;
    });
  const files = [...wanted.values()].map(({ file }) => file);
  const plan = await planImport(run.tx, files, { actorId: run.actor.userId, lock: false });
  const ownedBy = ({ before }: PlannedRow) => before && run.links.sourceOf('users', before.id);
  const good: PlannedRow[] = [];
  for (const planned of plan.rows) {
    const row = wanted.get(planned.row)?.row;
    if (!row) continue;
    const problems = planned.problems.map(({ field, code, value }) => ({
      column: columns[field],
      code,
      value: value.slice(0, 100),
    }));
    const owner = ownedBy(planned) ?? row.sourcedId;
    if (owner !== row.sourcedId) problems.push({ column: 'email', code: 'taken', value: row.email });
    if (problems.length > 0) refuse(run, judged(row), problems);
    else good.push(planned);
  }
  await applyPlan(run.tx, { ...plan, rows: good }, run);
  const ids = await idsByEmail(
    run,
    good.map(({ email }) => email),
  );
  for (const planned of good) {
    const one = wanted.get(planned.row);
    const id = ids.get(planned.email);
    if (!one || id === undefined) throw new Error('an account was written and not found');
    const isLinked = run.links.find('users', one.row.sourcedId) !== undefined;
    const changes = [...one.moved, ...planned.changes];
    const same = changes.length > 0 ? 'change' : isLinked ? 'unchanged' : 'link';
    const kind = planned.before === null ? 'create' : same;
    conclude(run, judged(one.row), { kind, changes, id });
  }
}

const nameOf = ({ givenName, familyName }: UserRow) => `${givenName} ${familyName}`.trim();
const judged = (row: UserRow) => ({
  part: 'users' as const,
  row,
  label: nameOf(row) || row.email,
  columns,
});

function roleOf(row: UserRow): Role {
  if (others.has(row.role)) throw new Skipped('role');
  const role = roles[row.role];
  if (!role) throw wrongField('role', row.role ? 'unknown' : 'missing', 'Is no role');
  if (row.enabledUser === 'false') throw new Skipped('disabled');
  if (row.enabledUser !== 'true')
    throw wrongField('enabledUser', row.enabledUser ? 'unknown' : 'missing', 'Must be true or false');
  return role;
}

/** The code of the first that is a department here; `undefined`, where none is: it stays as it is. */
function departmentOf(
  run: RosterRun,
  { orgSourcedIds }: UserRow,
  codes: ReadonlyMap<string, string>,
): string | undefined {
  const named = listOf(orgSourcedIds);
  if (named.length === 0) throw wrongField('orgSourcedIds', 'missing', 'Must name an organisation');
  const ids = named.flatMap((sourcedId) => findTarget(run, 'orgs', sourcedId, 'orgSourcedIds') ?? []);
  return ids.flatMap((id) => codes.get(id) ?? [])[0];
}

/** Brings the account that a sourced id is known as to another email; says what has changed. */
async function moveEmail(run: RosterRun, row: UserRow, email: string): Promise<RosterRow['changes']> {
  const link = run.links.find('users', row.sourcedId);
  if (!link) return [];
  const before = run.people.get(link.targetId);
  if (!before || before === email) return [];
  const { version } = await readPerson(run.tx, link.targetId);
  await editPerson(run.unitOfWork, { ...run, id: link.targetId, ifMatch: version, change: { email } });
  return [{ field: 'email', old_value: before, new_value: email }];
}

async function idsByEmail(run: RosterRun, emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await run.tx.query<{ id: string; email: string }>(
    'SELECT id, email FROM app_user WHERE email = ANY ($1::text[])',
    [emails],
  );
  return new Map(rows.map(({ id, email }) => [email, id]));
}
