import type { Envelope } from '@/lib/contracts/events/envelope';
import { planSettings } from '@/lib/domain/notification-preference/plan-settings';
import { isUuid } from '@/lib/infra/db/is-uuid';
import { type HandlerContext, type Outcome, outcome } from '../../outcome';

/** In another zone the same hours of quiet are at other moments, and so is the digest. */
export async function onProfileUpdated(
  event: Envelope<'PROFILE_UPDATED'>,
  { tx, timeZone }: HandlerContext,
): Promise<Outcome> {
  const { user_id, changes } = event.payload;
  if (!changes?.time_zone || !isUuid(user_id)) return outcome.skip('the zone is the same');
  await planSettings(tx, user_id, timeZone);
  return outcome.done();
}
