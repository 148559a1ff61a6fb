import { UnreadCount } from '@/lib/contracts/http/notification';
import { countUnread } from '@/lib/domain/notification/queries';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How many are unread',
    tag: 'notifications',
    access: 'signed-in',
    result: UnreadCount,
  },
  async ({ user, services }) => ({ unread_count: await countUnread(services.database.sql, user.userId) }),
);
