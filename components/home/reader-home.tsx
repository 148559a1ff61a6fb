'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { CheckCheck, Megaphone } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ReaderRow } from '@/components/announcement/reader-row';
import { NotificationRow } from '@/components/notification/notification-row';
import { StaleNote } from '@/components/realtime/stale-note';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { pageItems } from '@/lib/client/http/page-items';
import { notificationListOptions } from '@/lib/client/notification/list-notifications';
import { useText } from '@/lib/client/text/text-context';

const mostRows = 5;

/** Where students and faculty begin: what they have not read, and what was announced last. */
export function ReaderHome() {
  const text = useText().home;
  return (
    <>
      <h1 className="sr-only">{text.title}</h1>
      <StaleNote />
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        <Unread />
        <Latest />
      </div>
    </>
  );
}

function Unread() {
  const { home, inbox } = useText();
  const list = useInfiniteQuery(notificationListOptions({ unread: true }));
  const rows = pageItems(list.data).slice(0, mostRows);
  return (
    <Section title={home.unread} href="/inbox" all={inbox.title}>
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
        <ul aria-label={home.unreadList}>
          {rows.map((notification) => (
            <NotificationRow key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Latest() {
  const { home, announcement: words } = useText();
  const list = useInfiniteQuery(announcementListOptions({ scope: 'received' }));
  const rows = pageItems(list.data).slice(0, mostRows);
  return (
    <Section title={home.latest} href="/announcements" all={home.allAnnouncements}>
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
    </Section>
  );
}

interface SectionProps {
  title: string;
  href: string;
  all: string;
  children: ReactNode;
}

function Section({ title, href, all, children }: SectionProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <div className="flex items-baseline justify-between gap-4 border-b pb-2">
        <h2 className="text-md">{title}</h2>
        <Link href={href} className="-my-2.5 rounded-sm py-2.5 text-accent hover:underline">
          {all}
        </Link>
      </div>
      {children}
    </section>
  );
}
