import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { Inbox } from '@/components/notification/inbox';
import { inboxHref, readInboxPlace } from '@/lib/client/notification/inbox-place';

export const generateMetadata = titled((text) => text.inbox.title);

export default async function InboxPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const given = await searchParams;
  const get = (name: string) => {
    const value = given[name];
    return typeof value === 'string' ? value : null;
  };
  await requireUser(inboxHref(readInboxPlace({ get })));
  return <Inbox />;
}
