import type { PersonView } from '@/lib/contracts/http/person';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';

/** What a person's record says, flat: for the audit list and for the changes of an event. */
export const factsOf = (person: PersonView) => ({
  name: person.name,
  email: person.email,
  role: person.role,
  department: person.department?.code ?? null,
  register_no: person.register_no,
  status: person.status,
  suspended_until: person.suspended_until,
  advisor: person.advisor?.name ?? null,
  guardian_email: person.guardian_email,
  phone: person.phone,
});

/** The old and new value of each field that is another now. */
export function changesBetween(before: PersonView, after: PersonView) {
  const [old, now] = [factsOf(before), factsOf(after)];
  const names = CHANGES.filter((name) => old[name] !== now[name]);
  return Object.fromEntries(
    names.map((name) => [
      name === 'role' ? 'role_name' : name,
      { old_value: old[name], new_value: now[name] },
    ]),
  );
}

const CHANGES = [
  'name',
  'email',
  'role',
  'department',
  'register_no',
  'status',
  'advisor',
  'guardian_email',
  'phone',
] as const;

export function publishCreated(tx: EventfulTx, person: PersonView, actorId: string): void {
  tx.publish('USER_CREATED', {
    user_id: person.id,
    register_no: person.register_no === null ? 0 : BigInt(person.register_no),
    email: person.email,
    role_id: person.role,
    role_name: person.role,
    status: person.status,
    created_by: actorId,
    requires_approval: false,
  });
}

export function publishUpdated(
  tx: EventfulTx,
  { before, after, actorId }: { before: PersonView; after: PersonView; actorId: string },
): void {
  tx.publish('USER_UPDATED', {
    user_id: after.id,
    changes: changesBetween(before, after),
    updated_by: actorId,
    updated_at: new Date().toISOString(),
  });
}
