import type { NotificationRules } from '@/lib/contracts/http/notification-preference';
import type { SetNotificationRules } from '@/lib/contracts/http/notification-preference-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { RULES_SETTING, readNotificationRules } from './queries';

/**
 * From now on these channels, and no others, are mandatory; what is on its way goes as it was.
 * @throws {DomainProblem} `auth.forbidden`, `precondition.failed` with what another has saved
 */
export async function changeRules(
  unitOfWork: UnitOfWork,
  request: {
    actor: Pick<SignedIn, 'userId' | 'sessionId' | 'role'>;
    correlationId: string;
    ifMatch: number;
    set: SetNotificationRules;
  },
): Promise<NotificationRules> {
  const { actor, correlationId, ifMatch, set } = request;
  if (actor.role !== 'admin') throw new DomainProblem('auth.forbidden');
  return unitOfWork.run({ correlationId }, async (tx) => {
    // Of a row that may not be there yet no lock can be had.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))', [RULES_SETTING]);
    const before = await readNotificationRules(tx);
    if (before.version !== ifMatch) throw new DomainProblem('precondition.failed', { current: before });
    const by = actor.userId;
    await tx.query('DELETE FROM notification_rule');
    for (const { category, channels } of set.rules)
      if (channels.length > 0)
        await tx.query(
          `INSERT INTO notification_rule (category, mandatory, updated_by)
           VALUES ($1, $2::text[]::notification_channel[], $3)`,
          [category, [...new Set(channels)], by],
        );
    await tx.query(
      `INSERT INTO setting (name, value, updated_by) VALUES ($1, $2::jsonb, $3)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_by = excluded.updated_by, updated_at = now()`,
      [RULES_SETTING, JSON.stringify({ version: before.version + 1 }), by],
    );
    const after = await readNotificationRules(tx);
    const change = { action: 'notification.rules_changed', subjectKind: 'setting', subjectId: RULES_SETTING };
    await recordChange(
      tx,
      { actor, correlationId },
      { ...change, before: byCategory(before), after: byCategory(after) },
    );
    return after;
  });
}

const byCategory = ({ rules }: NotificationRules) =>
  Object.fromEntries(rules.map(({ category, channels }) => [category, channels]));
