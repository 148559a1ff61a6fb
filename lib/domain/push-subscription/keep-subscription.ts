import { v7 as uuidv7 } from 'uuid';
import type { AddPushSubscription } from '@/lib/contracts/http/push-subscription-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { isPushService } from '@/lib/infra/web-push/is-push-service';
import { DomainProblem, wrongField } from '../problem';

/** How many browsers a user is told on; the oldest makes room. */
const MOST = 20;

/**
 * Keeps a browser's subscription for whoever is signed in there now; it may have been somebody else's before. Kept again it
 * is the same one. Returns its id.
 * @throws {DomainProblem} `request.invalid` for an address that is not at a push service
 */
export async function addSubscription(
  tx: SqlTx,
  request: {
    userId: string;
    userAgent: string;
    given: AddPushSubscription;
    services: readonly string[];
  },
): Promise<string> {
  const { userId, userAgent, given, services } = request;
  if (!isPushService(given.endpoint, services))
    throw wrongField('endpoint', 'unknown_service', 'Not the address of a push service');
  const { endpoint, keys } = given;
  const values = [uuidv7(), userId, endpoint, keys.p256dh, keys.auth, userAgent.slice(0, 500)];
  const { rows } = await tx.query<{ id: string }>(ADD, values);
  await tx.query(MAKE_ROOM, [userId, MOST]);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the subscription was not kept');
  return id;
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

const MAKE_ROOM = `
  DELETE FROM push_subscription WHERE user_id = $1 AND id IN (
    SELECT id FROM push_subscription WHERE user_id = $1
    ORDER BY coalesce(last_success_at, created_at) DESC, id DESC OFFSET $2)`;
