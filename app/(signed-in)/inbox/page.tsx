import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { Inbox } from '@/components/notification/inbox';

export const generateMetadata = titled((text) => text.inbox.title);

export default async function InboxPage({
  searchParams,
}: {
  searchParams: Promise<{ filter?: string | string[] }>;
}) {
  const { filter } = await searchParams;
  const unread = filter === 'unread';
  await requireUser(unread ? '/inbox?filter=unread' : '/inbox');
  return <Inbox unread={unread} />;
}
