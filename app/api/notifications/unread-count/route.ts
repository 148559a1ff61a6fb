import { countUnread } from '@/lib/domain/notification/queries';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute({ access: 'signed-in' }, async ({ user, services }) => ({
  unread_count: await countUnread(services.database.sql, user.userId),
}));
