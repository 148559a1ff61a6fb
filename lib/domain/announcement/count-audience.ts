import type { AnnouncementTarget, AudienceCount } from '@/lib/contracts/http/announcement';
import type { SqlTx } from '@/lib/infra/db/sql';
import { countRecipients } from '../notification/queries';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { mayPublish } from './policy';
import { resolveTargets } from './resolve-targets';

/**
 * How many people an announcement to this target would reach, were it published now: counted by the very condition that
 * the fan-out writes by.
 * @throws {DomainProblem} `auth.forbidden`, `announcement.unknown_target`
 */
export async function countAudience(
  sql: SqlTx,
  request: { actor: SignedIn; target: AnnouncementTarget },
): Promise<AudienceCount> {
  if (!mayPublish(request.actor)) throw new DomainProblem('auth.forbidden');
  const details = await resolveTargets(sql, request.target.target_details);
  const recipients = await countRecipients(sql, {
    target_audience: request.target.target_audience,
    ...details,
  });
  return { recipients };
}
