import { DomainProblem } from '@/lib/domain/problem';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';

interface EndRequest {
  userId: string;
  /** The session that asks. */
  currentId: string;
  correlationId: string;
}

/**
 * Ends one of the user's own sessions; a second time it ends nothing.
 * @throws {DomainProblem} `resource.not_found`, also for a session of somebody else
 */
export async function endSession(
  unitOfWork: UnitOfWork,
  request: EndRequest & { sessionId: string },
): Promise<{ ended_count: number }> {
  if (!isUuid(request.sessionId)) throw new DomainProblem('resource.not_found');
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const known = await tx.query('SELECT 1 FROM session WHERE id = $1 AND user_id = $2', [
      request.sessionId,
      request.userId,
    ]);
    if (known.rowCount === 0) throw new DomainProblem('resource.not_found');
    return end(tx, request, ENDS_ONE, request.sessionId);
  });
}

/** Ends all of the user's sessions but the one that asks; with `everywhere`, that one too. */
export async function endSessions(
  unitOfWork: UnitOfWork,
  request: EndRequest & { everywhere: boolean },
): Promise<{ ended_count: number }> {
  return unitOfWork.run({ correlationId: request.correlationId }, (tx) =>
    end(tx, request, ENDS_OTHERS, request.everywhere ? null : request.currentId),
  );
}

async function end(tx: EventfulTx, request: EndRequest, statement: string, sessionId: string | null) {
  const { rows } = await tx.query<{ id: string }>(statement, [request.userId, sessionId]);
  for (const { id } of rows) {
    tx.publish('LOGOUT', {
      user_id: request.userId,
      session_id: id,
      reason: id === request.currentId ? 'signed_out' : 'signed_out_elsewhere',
      logged_out_at: new Date().toISOString(),
    });
  }
  return { ended_count: rows.length };
}

/**
 * Ends all of somebody's sessions but one, in the transaction of what ends them, and says so of each. Gives how many.
 * `by`: who did it.
 */
export async function revokeSessions(
  tx: EventfulTx,
  ended: {
    userId: string;
    keptId: string | null;
    reason: 'password_changed' | 'revoked' | 'role_changed' | 'suspended' | 'deleted';
    by: string;
  },
): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(ENDS_OTHERS, [ended.userId, ended.keptId]);
  for (const { id } of rows) {
    tx.publish('LOGOUT', {
      user_id: ended.userId,
      session_id: id,
      reason: ended.reason,
      logged_out_by: ended.by,
      logged_out_at: new Date().toISOString(),
    });
  }
  return rows.length;
}

const ENDS = `
  UPDATE session SET revoked_at = now()
  WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now()`;
const ENDS_ONE = `${ENDS} AND id = $2 RETURNING id`;
const ENDS_OTHERS = `${ENDS} AND id IS DISTINCT FROM $2 RETURNING id`;
