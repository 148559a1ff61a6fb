'use client';

import { useCallback } from 'react';
import { toast } from '@/components/ui/toast';
import { MOST_AT_ONCE, useChangeNotifications } from '@/lib/client/notification/change-notifications';
import type { RowGroup } from '@/lib/client/notification/group-rows';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationBulkChange, NotificationView } from '@/lib/contracts/http/notification';

export type ChangeGroup = (group: RowGroup, change: NotificationBulkChange, until?: string) => void;

/** What is done with all of a group, loaded or not; what has come since it was drawn stays as it is. */
export function useGroupActions(): ChangeGroup {
  const { inbox, problem } = useText();
  const { mutateAsync } = useChangeNotifications((error) =>
    toast.error(inbox.notChanged('', describeProblem(problem, error))),
  );
  return useCallback(
    ({ members }, change, until) => {
      const newest: NotificationView | undefined = members[0];
      if (!newest) return;
      const { group_key, category, created_at: up_to, title } = newest;
      const ids = members.filter((row) => row.read_at === null).map((row) => row.id);
      const asked = {
        ids,
        group: { group_key, category, up_to },
        change,
        ...(until !== undefined && { until }),
      };
      const restore = (all: readonly string[]) => {
        for (let first = 0; first < all.length; first += MOST_AT_ONCE)
          mutateAsync({ ids: all.slice(first, first + MOST_AT_ONCE), change: 'restored' }).catch(ignore);
      };
      mutateAsync(asked).then((done) => {
        if (change === 'archived') toast.undo(inbox.archived(title), () => restore(done.ids));
      }, ignore);
    },
    [mutateAsync, inbox],
  );
}

/** It was said. */
const ignore = () => undefined;
