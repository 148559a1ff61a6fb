import { MessagingSettings } from '@/lib/contracts/http/conversation';
import { ChangeMessagingSettings } from '@/lib/contracts/http/conversation-requests';
import { changeMessagingSettings } from '@/lib/domain/conversation/change-messaging-settings';
import { readMessagingSettings } from '@/lib/domain/conversation/messaging-settings';
import { userRoute } from '../../route-wrapper';

const own = { tag: 'conversations', access: 'signed-in', result: MessagingSettings } as const;

export const GET = userRoute(
  { ...own, summary: 'What one shows of oneself in conversations, and sees of others in return' },
  ({ user, services }) => readMessagingSettings(services.database.sql, user.userId),
);

export const PATCH = userRoute(
  {
    ...own,
    summary: 'Show or hide how far one has read, that one writes, and that one is here',
    body: ChangeMessagingSettings,
  },
  ({ body, user, correlationId, services }) =>
    changeMessagingSettings(services.unitOfWork, { userId: user.userId, correlationId, change: body }),
);
