'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CheckCheck, Megaphone } from 'lucide-react';
import dynamic from 'next/dynamic';
import { ReaderRow } from '@/components/announcement/reader-row';
import { PageHeader } from '@/components/layout/page-header';
import { NotificationRow } from '@/components/notification/notification-row';
import { StaleNote } from '@/components/realtime/stale-note';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { pageItems } from '@/lib/client/http/page-items';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { notificationListOptions } from '@/lib/client/notification/list-notifications';
import { useText } from '@/lib/client/text/text-context';
import { HomeSection } from './home-section';

/** Who only reads loads neither. */
const WriteLink = dynamic(() =>
  import('@/components/announcement/write-link').then((module) => module.WriteLink),
);
const OwnAnnouncements = dynamic(() =>
  import('./own-announcements').then((module) => module.OwnAnnouncements),
);

/** Fetched beside the page; its place is kept. */
const Today = dynamic(() => import('./today').then((module) => module.Today), {
  ssr: false,
  loading: () => <div className="min-h-36" />,
});

const mostRows = 5;

/** Where students and faculty begin: what they have not read, what is pinned, what was announced last; and what they announced. */
export function ReaderHome({ isAuthor = false }: { isAuthor?: boolean }) {
  const text = useText().home;
  return (
    <>
      {isAuthor ? (
        <PageHeader title={text.title}>
          <WriteLink />
        </PageHeader>
      ) : (
        <h1 className="sr-only">{text.title}</h1>
      )}
      <StaleNote />
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        <div className="grid min-w-0 content-start gap-y-10">
          <Today />
          <Unread />
          {isAuthor && <OwnAnnouncements />}
        </div>
        <div className="grid min-w-0 content-start gap-y-10">
          <Pinned />
          <Latest />
        </div>
      </div>
    </>
  );
}

function Unread() {
  const { home, inbox } = useText();
  const list = useInfiniteQuery(notificationListOptions({ unread: true }));
  const listKeys = useListKeys();
  const rows = pageItems(list.data).slice(0, mostRows);
  return (
    <HomeSection title={home.unread} href="/inbox" all={inbox.title}>
      {list.isPending && <ListSkeleton label={home.loadingUnread} rows={3} />}
      {list.isError && !list.data && (
        <ErrorState title={inbox.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={CheckCheck} title={inbox.allRead.title}>
          {inbox.allRead.text}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul ref={listKeys} aria-label={home.unreadList}>
          {rows.map((notification) => (
            <NotificationRow key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
    </HomeSection>
  );
}

/** What staff keep on top; nothing at all while there is none. */
function Pinned() {
  const text = useText().home;
  const list = useInfiniteQuery(announcementListOptions({ scope: 'received', pinned: true }));
  const rows = pageItems(list.data).slice(0, mostRows);
  if (rows.length === 0) return null;
  return (
    <HomeSection title={text.pinned}>
      <ul aria-label={text.pinned}>
        {rows.map((announcement) => (
          <ReaderRow key={announcement.id} announcement={announcement} />
        ))}
      </ul>
    </HomeSection>
  );
}

function Latest() {
  const { home, announcement: words } = useText();
  const list = useInfiniteQuery(announcementListOptions({ scope: 'received' }));
  const rows = pageItems(list.data).slice(0, mostRows);
  return (
    <HomeSection title={home.latest} href="/announcements" all={home.allAnnouncements}>
      {list.isPending && <ListSkeleton label={words.loadingMany} rows={3} />}
      {list.isError && !list.data && (
        <ErrorState title={words.manyNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={Megaphone} title={words.none}>
          {words.noneForReader}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul aria-label={home.latest}>
          {rows.map((announcement) => (
            <ReaderRow key={announcement.id} announcement={announcement} />
          ))}
        </ul>
      )}
    </HomeSection>
  );
}
