import { isDeepStrictEqual } from 'node:util';
import type { MessagingSettings } from '@/lib/contracts/http/conversation';
import type { ChangeMessagingSettings } from '@/lib/contracts/http/conversation-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { readMessagingSettings } from './messaging-settings';

/** What is left out stays. The user's other tabs are told, as of all that one keeps for oneself, by PROFILE_UPDATED. */
export async function changeMessagingSettings(
  unitOfWork: UnitOfWork,
  request: { userId: string; correlationId: string; change: ChangeMessagingSettings },
): Promise<MessagingSettings> {
  const { userId, correlationId, change } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const before = await readMessagingSettings(tx, userId);
    await tx.query(WRITE, [userId, change.receipts ?? null, change.typing ?? null, change.presence ?? null]);
    const after = await readMessagingSettings(tx, userId);
    if (!isDeepStrictEqual(before, after))
      tx.publish('PROFILE_UPDATED', {
        user_id: userId,
        changes: { messaging_settings: { old_value: { ...before }, new_value: { ...after } } },
        updated_by: userId,
        updated_at: new Date().toISOString(),
      });
    return after;
  });
}

const WRITE = `
  INSERT INTO messaging_setting AS kept (user_id, receipts, typing, presence)
  VALUES ($1, coalesce($2::boolean, true), coalesce($3::boolean, true), coalesce($4::boolean, true))
  ON CONFLICT (user_id) DO UPDATE SET receipts = coalesce($2, kept.receipts), typing = coalesce($3, kept.typing),
    presence = coalesce($4, kept.presence)`;
