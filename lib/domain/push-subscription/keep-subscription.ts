import { v7 as uuidv7 } from 'uuid';
import type { PushSubscriptionView } from '@/lib/contracts/http/push-subscription';
import type { AddPushSubscription } from '@/lib/contracts/http/push-subscription-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { isPushService } from '@/lib/infra/web-push/is-push-service';
import { DomainProblem, wrongField } from '../problem';
import { listSubscriptions } from './queries';

/** How many browsers a user is told on; the oldest makes room. */
const MOST = 20;

/**
 * Keeps a browser's subscription for whoever is signed in there now; it may have been somebody else's before. Kept again it
 * is the same one.
 * @throws {DomainProblem} `request.invalid` for an address that is not at a push service
 */
export async function addSubscription(
  unitOfWork: UnitOfWork,
  request: {
    userId: string;
    userAgent: string;
    given: AddPushSubscription;
    services: readonly string[];
    correlationId: string;
  },
): Promise<PushSubscriptionView> {
  const { userId, userAgent, given, services, correlationId } = request;
  if (!isPushService(given.endpoint, services))
    throw wrongField('endpoint', 'unknown_service', 'Not the address of a push service');
  const { endpoint, keys } = given;
  const values = [uuidv7(), userId, endpoint, keys.p256dh, keys.auth, userAgent.slice(0, 500)];
  return unitOfWork.run({ correlationId }, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(ADD, values);
    const id = rows[0]?.id;
    await tx.query(MAKE_ROOM, [userId, id, MOST]);
    const added = (await listSubscriptions(tx, userId)).find((each) => each.id === id);
    if (!added) throw new Error('the subscription was not kept');
    return added;
  });
}

/** @throws {DomainProblem} `resource.not_found`, also for somebody else's */
export async function removeSubscription(sql: SqlTx, request: { userId: string; id: string }): Promise<void> {
  const { userId, id } = request;
  const removed = isUuid(id)
    ? await sql.query('DELETE FROM push_subscription WHERE id = $1 AND user_id = $2', [id, userId])
    : { rowCount: 0 };
  if (removed.rowCount === 0) throw new DomainProblem('resource.not_found');
}

/** The push services' word on some: `gone` ones are removed, `taken` ones noted. */
export async function noteAnswers(
  sql: SqlTx,
  ids: { gone: readonly string[]; taken: readonly string[] },
): Promise<void> {
  if (ids.gone.length > 0)
    await sql.query('DELETE FROM push_subscription WHERE id = ANY ($1::uuid[])', [ids.gone]);
  if (ids.taken.length > 0)
    await sql.query('UPDATE push_subscription SET last_success_at = now() WHERE id = ANY ($1::uuid[])', [
      ids.taken,
    ]);
}

const ADD = `
  INSERT INTO push_subscription (id, user_id, endpoint, p256dh, auth, user_agent) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (endpoint) DO UPDATE SET user_id = $2, p256dh = $4, auth = $5, user_agent = $6
  RETURNING id`;

/** One that was somebody else's may be the oldest, and is still the one that was asked for. */
const MAKE_ROOM = `
  DELETE FROM push_subscription WHERE user_id = $1 AND id IN (
    SELECT id FROM push_subscription WHERE user_id = $1
    ORDER BY id = $2 DESC, coalesce(last_success_at, created_at) DESC, id DESC OFFSET $3)`;
