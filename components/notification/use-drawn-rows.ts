'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { pageItems } from '@/lib/client/http/page-items';
import { alone, type DrawnRow, groupKeyOf, groupRows } from '@/lib/client/notification/group-rows';
import { groupsOptions } from '@/lib/client/notification/list-groups';
import { notificationListOptions } from '@/lib/client/notification/list-notifications';
import type { NotificationView } from '@/lib/contracts/http/notification';

interface ListState {
  /** While one searches or selects, each stands for itself. */
  readonly isGrouped: boolean;
  readonly isFromTop: boolean;
  readonly isToEnd: boolean;
}

interface DrawnRows {
  readonly drawn: DrawnRow[];
  readonly openKey: string | null;
  /** Shows what is in the group of this row, or no more. */
  readonly toggle: (newest: NotificationView) => void;
}

/** The rows of a list as they are drawn: what belongs together as one, of which one at a time is opened. */
export function useDrawnRows(
  rows: readonly NotificationView[],
  { isGrouped, isFromTop, isToEnd }: ListState,
): DrawnRows {
  const { data: groups } = useQuery({ ...groupsOptions(), enabled: isGrouped });
  const [opened, setOpened] = useState<NotificationView | null>(null);
  const openKey = opened && groupKeyOf(opened);
  const further = useMembers(opened);
  const kept = useRef(new Set<string>());
  const open = useMemo(() => {
    if (openKey === null) return null;
    for (const row of [...rows, ...further])
      if (row.read_at === null && groupKeyOf(row) === openKey) kept.current.add(row.id);
    return { key: openKey, kept: kept.current, further };
  }, [openKey, rows, further]);
  const drawn = useMemo(
    () => (isGrouped ? groupRows(rows, { groups, open, isFromTop, isToEnd }) : rows.map(alone)),
    [rows, groups, open, isGrouped, isFromTop, isToEnd],
  );
  return {
    drawn,
    openKey,
    toggle: (newest) => {
      kept.current = new Set();
      setOpened(groupKeyOf(newest) === openKey ? null : newest);
    },
  };
}

const nothing: NotificationView[] = [];

/** All unread ones of a group, page by page. */
function useMembers(opened: NotificationView | null): NotificationView[] {
  const { category, group_key } = opened ?? { category: undefined, group_key: '' };
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery({
    ...notificationListOptions({ unread: true, group_key, ...(category && { category }) }),
    enabled: opened !== null,
  });
  const isAsking = opened !== null && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (isAsking) void fetchNextPage();
  }, [isAsking, fetchNextPage]);
  return useMemo(() => (opened ? pageItems(data) : nothing), [opened, data]);
}
