import { ChannelHealthList } from '@/lib/contracts/http/notification-channel';
import { readChannelHealth } from '@/lib/domain/notification-channel/queries';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'How the ways out of the browser do: what waits, what failed, and their breakers',
    tag: 'notifications',
    access: ['admin'],
    result: ChannelHealthList,
  },
  async ({ services }) => ({ items: await readChannelHealth(services.database.sql) }),
);
