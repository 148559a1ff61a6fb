'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CheckCheck, Inbox as InboxIcon } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { PageHeader } from '@/components/layout/page-header';
import { NewPill, useHoldBack } from '@/components/realtime/hold-back';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { pageItems } from '@/lib/client/http/page-items';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { unreadCountOptions } from '@/lib/client/notification/count-unread';
import { notificationListOptions } from '@/lib/client/notification/list-notifications';
import { useReadAllNotifications } from '@/lib/client/notification/read-all-notifications';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { NotificationRow } from './notification-row';

/** All notifications of the user, live. The filter is in the address. */
export function Inbox({ unread }: { unread: boolean }) {
  const rows = useListKeys();
  const list = useInfiniteQuery(notificationListOptions({ unread }));
  const { shown, waiting, release } = useHoldBack(pageItems(list.data));
  const router = useRouter();
  const path = usePathname();
  const text = useText().inbox;
  return (
    <>
      <PageHeader title={text.title}>
        <div className="flex items-center gap-2">
          <SegmentedControl
            label={text.show}
            options={[
              { value: 'all', label: text.all },
              { value: 'unread', label: text.unread },
            ]}
            value={unread ? 'unread' : 'all'}
            onChange={(value) =>
              router.push(value === 'unread' ? `${path}?filter=unread` : path, { scroll: false })
            }
          />
          <MarkAllRead />
        </div>
      </PageHeader>
      <StaleNote />
      <NewPill waiting={waiting} onShow={release} />
      {list.isPending && <ListSkeleton label={text.loading} rows={6} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && shown.length === 0 && <NothingHere unread={unread} />}
      {shown.length > 0 && (
        <ul ref={rows} aria-label={text.list} className="border-t">
          {shown.map((notification) => (
            <NotificationRow key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        hasFailed={list.isFetchNextPageError}
        onLoad={() => void list.fetchNextPage()}
      />
    </>
  );
}

function MarkAllRead() {
  const { inbox, problem } = useText();
  const { data } = useQuery(unreadCountOptions());
  const { mutate, isPending } = useReadAllNotifications();
  return (
    <Button
      size="small"
      className="h-11 md:h-8.5"
      disabled={isPending || data === undefined || data.unread_count === 0}
      onClick={() =>
        mutate(undefined, {
          onError: (error) => toast.error(inbox.allStillUnread(describeProblem(problem, error))),
        })
      }
    >
      <Icon of={CheckCheck} /> {inbox.markAllRead}
    </Button>
  );
}

function NothingHere({ unread }: { unread: boolean }) {
  const text = useText().inbox;
  return unread ? (
    <EmptyState icon={CheckCheck} title={text.allRead.title}>
      {text.allRead.text}
    </EmptyState>
  ) : (
    <EmptyState icon={InboxIcon} title={text.empty.title}>
      {text.empty.text}
    </EmptyState>
  );
}
