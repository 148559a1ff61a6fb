import { v7 as uuidv7 } from 'uuid';
import type { Role } from '@/lib/contracts/http/me';
import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { unusableHash } from './create-person';
import { readPerson } from './queries';
import { claimEmail } from './require-unique';
import { factsOf, publishCreated } from './tell-person';

/**
 * Makes an account for somebody the university's identity provider vouches for, in the transaction of their first sign-in;
 * no password fits it. Gives its id; of somebody who has got one in the meantime, nothing is made.
 */
export async function admitPerson(
  tx: EventfulTx,
  person: { email: string; name: string; role: Role; correlationId: string },
): Promise<string> {
  await claimEmail(tx, person.email);
  const known = await tx.query<{ id: string }>('SELECT id FROM app_user WHERE email = $1', [person.email]);
  if (known.rows[0]) return known.rows[0].id;
  const id = uuidv7();
  await tx.query('INSERT INTO app_user (id, email, name, role, password_hash) VALUES ($1, $2, $3, $4, $5)', [
    id,
    person.email,
    person.name,
    person.role,
    unusableHash(),
  ]);
  const made = await readPerson(tx, id);
  publishCreated(tx, made, id);
  await recordChange(
    tx,
    { actor: null, correlationId: person.correlationId },
    { action: 'person.created', subjectKind: 'person', subjectId: id, before: null, after: factsOf(made) },
  );
  return id;
}
