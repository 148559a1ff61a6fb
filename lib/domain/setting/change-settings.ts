import { v7 as uuidv7 } from 'uuid';
import type { ChangeSettings, Settings } from '@/lib/contracts/http/settings';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { readSettings, settingRows } from './queries';

/**
 * Switches something for the whole university and writes down who did it. Pages learn of it when they are opened next;
 * the domain judges by it at once.
 * @throws {DomainProblem} `auth.forbidden`
 */
export async function changeSettings(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; change: ChangeSettings },
): Promise<Settings> {
  const { actor, change, correlationId } = request;
  if (actor.role !== 'admin') throw new DomainProblem('auth.forbidden');
  return unitOfWork.run({ correlationId }, async (tx) => {
    const before = await readSettings(tx);
    const after: Settings = {
      faculty_may_announce: change.faculty_may_announce ?? before.faculty_may_announce,
      second_factor_required: change.second_factor_required ?? before.second_factor_required,
      messaging_scope: change.messaging_scope ?? before.messaging_scope,
    };
    const changed = settingNames.filter((name) => after[name] !== before[name]);
    if (changed.length === 0) return before;
    for (const name of changed)
      await tx.query(WRITE, [settingRows[name].name, JSON.stringify(after[name]), actor.userId]);
    await tx.query(AUDIT, [uuidv7(), actor.userId, JSON.stringify({ before, after }), correlationId]);
    return after;
  });
}

const settingNames = [
  'faculty_may_announce',
  'second_factor_required',
  'messaging_scope',
] as const satisfies (keyof Settings)[];

const WRITE = `
  INSERT INTO setting (name, value, updated_by) VALUES ($1, $2::jsonb, $3)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_by = excluded.updated_by, updated_at = now()`;

const AUDIT = `
  INSERT INTO audit_entry (id, actor_id, action, subject_kind, subject_id, detail, correlation_id)
  VALUES ($1, $2, 'settings.changed', 'setting', 'university', $3::jsonb, $4)`;
