import { UnreadConversations } from '@/lib/contracts/http/conversation';
import { countUnreadConversations } from '@/lib/domain/conversation/list-conversations';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How many conversations have something unread, without the muted and the archived',
    tag: 'conversations',
    access: 'signed-in',
    result: UnreadConversations,
  },
  async ({ user, services }) => ({
    unread_count: await countUnreadConversations(services.database.sql, user.userId),
  }),
);
