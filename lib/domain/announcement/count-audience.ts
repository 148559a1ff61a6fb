import type { AudienceCount } from '@/lib/contracts/http/announcement';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';
import type { SqlTx } from '@/lib/infra/db/sql';
import { countRecipients } from '../notification/queries';
import type { SignedIn } from '../session/authenticate';
import { requireAuthor, requireTarget } from './policy';
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
  const rights = await requireAuthor(sql, request.actor);
  const details = await resolveTargets(sql, request.target.target_details);
  requireTarget(rights, { target_audience: request.target.target_audience, target_details: details });
  const recipients = await countRecipients(sql, {
    target_audience: request.target.target_audience,
    ...details,
  });
  return { recipients };
}
