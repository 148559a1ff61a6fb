import { NotificationCategory } from '@/lib/contracts/http/notification-category';
import { presets } from '@/lib/contracts/http/notification-presets';
import type { UnsubscribeTokens } from '@/lib/infra/mail/unsubscribe-token';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem, wrongField } from '../problem';
import { changed, preferMode } from './change-settings';

/**
 * A reader wants no more mail of a sort, as a link in one of them says; nobody need be signed in. Said again it changes
 * nothing.
 * @throws {DomainProblem} `resource.not_found` for a link that we did not make, or of an account that is not in use;
 * `request.invalid` for what is mandatory by now
 */
export async function unsubscribe(
  unitOfWork: UnitOfWork,
  tokens: UnsubscribeTokens,
  request: { token: string; correlationId: string; universityTimeZone: string },
): Promise<void> {
  const read = tokens.read(request.token);
  const category = NotificationCategory.safeParse(read?.category).data;
  if (!read || !category) throw new DomainProblem('resource.not_found');
  const { userId } = read;
  await changed(unitOfWork, { ...request, userId }, async (tx, before) => {
    const rule = before.mandatory.find((rule) => rule.category === category);
    if (rule?.channels.includes('email'))
      throw wrongField('token', 'mandatory', 'Nobody can switch this off');
    const own = before.own.find((own) => own.category === category);
    const mode = own?.email ?? presets[before.preset][category].email;
    if (mode === 'off') return 'nothing';
    await preferMode(tx, userId, { category, email: 'off' });
    await recordChange(
      tx,
      { actor: { userId, sessionId: null }, correlationId: request.correlationId },
      {
        action: 'notification.unsubscribed',
        subjectKind: 'person',
        subjectId: userId,
        before: { [category]: mode },
        after: { [category]: 'off' },
      },
    );
    return 'done';
  });
}
