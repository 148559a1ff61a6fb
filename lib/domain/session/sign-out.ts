import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

/** Ends a session everywhere: the row is revoked and LOGOUT cuts its sockets. A second time it does nothing. */
export async function signOut(
  unitOfWork: UnitOfWork,
  session: { userId: string; sessionId: string; correlationId: string },
): Promise<void> {
  await unitOfWork.run({ correlationId: session.correlationId }, async (tx) => {
    const { rowCount } = await tx.query(
      'UPDATE session SET revoked_at = now() WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL',
      [session.sessionId, session.userId],
    );
    if (rowCount === 0) return;
    tx.publish('LOGOUT', {
      user_id: session.userId,
      session_id: session.sessionId,
      reason: 'signed_out',
      logged_out_at: new Date().toISOString(),
    });
  });
}
