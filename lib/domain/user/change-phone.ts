import type { SqlTx } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

/** Where somebody gets text messages; empty: nowhere. */
export async function readPhone(sql: SqlTx, userId: string): Promise<{ phone: string }> {
  const { rows } = await sql.query<{ phone: string }>('SELECT phone FROM app_user WHERE id = $1', [userId]);
  return { phone: rows[0]?.phone ?? '' };
}

/** Changes it; PROFILE_UPDATED tells of another one. What is on its way already goes to the number of before. */
export async function changePhone(
  unitOfWork: UnitOfWork,
  request: { userId: string; phone: string; correlationId: string },
): Promise<{ phone: string }> {
  const { userId, phone, correlationId } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const { rows } = await tx.query<{ phone: string }>(
      'SELECT phone FROM app_user WHERE id = $1 FOR UPDATE',
      [userId],
    );
    const before = rows[0]?.phone ?? '';
    if (before === phone) return { phone };
    await tx.query('UPDATE app_user SET phone = $2, version = version + 1 WHERE id = $1', [userId, phone]);
    tx.publish('PROFILE_UPDATED', {
      user_id: userId,
      changes: { phone: { old_value: before || null, new_value: phone || null } },
      updated_by: userId,
      updated_at: new Date().toISOString(),
    });
    return { phone };
  });
}
