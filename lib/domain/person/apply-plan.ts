import { v7 as uuidv7 } from 'uuid';
import type { PersonView } from '@/lib/contracts/http/person';
import type { ImportResult } from '@/lib/contracts/http/person-import';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { recordChanges } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { publishRole } from './change-role';
import { unusableHash } from './create-person';
import type { Plan } from './plan-import';
import { factsOf, publishCreated, publishUpdated } from './tell-person';

/** Writes a plan by one statement for what is new and one for what changes, with an event and an audit entry for each. */
export async function applyPlan(
  tx: EventfulTx,
  plan: Plan,
  { actor, correlationId }: { actor: SignedIn; correlationId: string },
): Promise<ImportResult> {
  const created = plan.rows.flatMap(({ kind, after }) =>
    kind === 'create' && after ? { ...after, id: uuidv7() } : [],
  );
  const changed = plan.rows.flatMap(({ kind, before, after }) =>
    kind === 'change' && before && after ? { before, after } : [],
  );
  await insert(tx, created);
  await update(
    tx,
    changed.map(({ after }) => after),
  );
  if (changed.some(({ before }) => before.role === 'admin')) await requireAdmin(tx);
  for (const person of created) publishCreated(tx, person, actor.userId);
  for (const { before, after } of changed) {
    if (before.role !== after.role) publishRole(tx, { before, after, actorId: actor.userId, reason: '' });
    publishUpdated(tx, { before, after, actorId: actor.userId });
  }
  await recordChanges(tx, { actor, correlationId }, [
    ...created.map((after) => entry('person.created', null, after)),
    ...changed.map(({ before, after }) => entry('person.edited', before, after)),
  ]);
  return { created: created.length, changed: changed.length };
}

const entry = (action: string, before: PersonView | null, after: PersonView) => ({
  action,
  subjectKind: 'person',
  subjectId: after.id,
  before: before && factsOf(before),
  after: factsOf(after),
  reason: '',
});

async function insert(tx: EventfulTx, people: readonly PersonView[]): Promise<void> {
  if (people.length === 0) return;
  await tx.query(
    `INSERT INTO app_user (id, email, name, role, department_id, register_no, password_hash)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::role[], $5::uuid[], $6::bigint[], $7::text[])`,
    [
      ...columnsOf(people, ['id', 'email', 'name', 'role']),
      ...rest(people),
      people.map(() => unusableHash()),
    ],
  );
}

async function update(tx: EventfulTx, people: readonly PersonView[]): Promise<void> {
  if (people.length === 0) return;
  await tx.query(
    `UPDATE app_user SET name = new.name, role = new.role, department_id = new.department_id,
       register_no = new.register_no, version = version + 1
     FROM unnest($1::uuid[], $2::text[], $3::role[], $4::uuid[], $5::bigint[])
       AS new (id, name, role, department_id, register_no)
     WHERE app_user.id = new.id`,
    [...columnsOf(people, ['id', 'name', 'role']), ...rest(people)],
  );
}

const columnsOf = (people: readonly PersonView[], names: readonly ('id' | 'email' | 'name' | 'role')[]) =>
  names.map((name) => people.map((person) => person[name]));

const rest = (people: readonly PersonView[]) => [
  people.map(({ department }) => department?.id ?? null),
  people.map(({ register_no }) => register_no),
];

async function requireAdmin(tx: EventfulTx): Promise<void> {
  const { rows } = await tx.query(
    `SELECT 1 FROM app_user WHERE role = 'admin' AND status = 'active' LIMIT 1`,
  );
  if (rows.length === 0) throw new DomainProblem('person.last_admin');
}
