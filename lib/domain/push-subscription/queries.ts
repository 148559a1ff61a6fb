import { createHash } from 'node:crypto';
import type { PushSubscriptionView } from '@/lib/contracts/http/push-subscription';
import { isoTime } from '@/lib/infra/db/iso-time';
import { prepared, type SqlTx } from '@/lib/infra/db/sql';
import { describeDevice } from '@/lib/infra/http/describe-device';

/** A user's own, newest first. */
export async function listSubscriptions(sql: SqlTx, userId: string): Promise<PushSubscriptionView[]> {
  const { rows } = await sql.query<{
    id: string;
    endpoint: string;
    user_agent: string;
    created_at: string;
    last_success_at: string | null;
  }>(LIST, [userId]);
  return rows.map(({ endpoint, user_agent, ...row }) => ({
    ...row,
    mark: createHash('sha256').update(endpoint).digest('base64url'),
    ...describeDevice(user_agent),
  }));
}

export interface SubscribedBrowser {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export async function browsersOf(sql: SqlTx, userId: string): Promise<SubscribedBrowser[]> {
  return (await sql.query<SubscribedBrowser>(BROWSERS, [userId])).rows;
}

const LIST = `
  SELECT id, endpoint, user_agent, ${isoTime('created_at')} AS created_at, ${isoTime('last_success_at')} AS last_success_at
  FROM push_subscription WHERE user_id = $1 ORDER BY created_at DESC, id DESC`;

const BROWSERS = prepared('SELECT id, endpoint, p256dh, auth FROM push_subscription WHERE user_id = $1');
