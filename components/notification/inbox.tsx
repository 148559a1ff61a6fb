'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CheckCheck, Inbox as InboxIcon } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { PageHeader } from '@/components/layout/page-header';
import { NewPill, useHoldBack } from '@/components/realtime/hold-back';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { pageItems } from '@/lib/client/http/page-items';
import { unreadCountOptions } from '@/lib/client/notification/count-unread';
import { notificationListOptions } from '@/lib/client/notification/list-notifications';
import { useReadAllNotifications } from '@/lib/client/notification/read-all-notifications';
import { NotificationRow } from './notification-row';

const filters = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
] as const;

/** All notifications of the user, live. The filter is in the address. */
export function Inbox({ unread }: { unread: boolean }) {
  const list = useInfiniteQuery(notificationListOptions({ unread }));
  const { shown, waiting, release } = useHoldBack(pageItems(list.data));
  const router = useRouter();
  const path = usePathname();
  return (
    <>
      <PageHeader title="Inbox">
        <div className="flex items-center gap-2">
          <SegmentedControl
            label="Show"
            options={filters}
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
      {list.isPending && <ListSkeleton label="Loading your notifications" rows={6} />}
      {list.isError && !list.data && (
        <ErrorState
          title="Your notifications could not be loaded"
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.data && shown.length === 0 && <NothingHere unread={unread} />}
      {shown.length > 0 && (
        <ul aria-label="Notifications" className="border-t">
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
  const { data } = useQuery(unreadCountOptions());
  const { mutate, isPending } = useReadAllNotifications();
  return (
    <Button
      size="small"
      className="h-11 md:h-8.5"
      disabled={isPending || data === undefined || data.unread_count === 0}
      onClick={() =>
        mutate(undefined, { onError: (error) => toast.error(`They are still unread. ${error.message}.`) })
      }
    >
      <Icon of={CheckCheck} /> Mark all read
    </Button>
  );
}

function NothingHere({ unread }: { unread: boolean }) {
  return unread ? (
    <EmptyState icon={CheckCheck} title="You have read everything">
      What arrives from now on appears here by itself.
    </EmptyState>
  ) : (
    <EmptyState icon={InboxIcon} title="Nothing yet">
      When somebody announces something to you, it appears here the moment it is published.
    </EmptyState>
  );
}
