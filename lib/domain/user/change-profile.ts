import type { ChangeProfile } from '@/lib/contracts/http/me-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

type Profile = Required<ChangeProfile>;

/** Changes what a person chose for themselves; what is left out stays. PROFILE_UPDATED names what is another now. */
export async function changeProfile(
  unitOfWork: UnitOfWork,
  request: { userId: string; change: ChangeProfile; correlationId: string },
): Promise<Profile> {
  const { userId, change } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const { rows } = await tx.query<Profile>(
      'SELECT locale, time_zone FROM app_user WHERE id = $1 FOR UPDATE',
      [userId],
    );
    const before = rows[0] ?? { locale: null, time_zone: null };
    const after: Profile = {
      locale: change.locale === undefined ? before.locale : change.locale,
      time_zone: change.time_zone === undefined ? before.time_zone : change.time_zone,
    };
    const changed = (['locale', 'time_zone'] as const).filter((name) => before[name] !== after[name]);
    if (changed.length === 0) return after;
    await tx.query('UPDATE app_user SET locale = $2, time_zone = $3 WHERE id = $1', [
      userId,
      after.locale,
      after.time_zone,
    ]);
    tx.publish('PROFILE_UPDATED', {
      user_id: userId,
      changes: Object.fromEntries(
        changed.map((name) => [name, { old_value: before[name], new_value: after[name] }]),
      ),
      updated_by: userId,
      updated_at: new Date().toISOString(),
    });
    return after;
  });
}
