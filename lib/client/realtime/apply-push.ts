import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '@/lib/contracts/http/me';
import type { PushName, PushPayload } from '@/lib/contracts/pushes/socket';
import { announcementKeys } from '../announcement/announcement-keys';
import { upsertAnnouncement } from '../announcement/cache-announcements';
import { patchQueries } from '../http/patch-query';
import { type Counted, insertNotification, markNotificationsRead } from '../notification/cache-notifications';
import { meKeys } from '../session/me-keys';

/**
 * What a push changes in the cache, by name: a push without a row does not compile. Every effect may be applied again,
 * and in any order, with the same end.
 */
const effects: { [N in PushName]: (queryClient: QueryClient, payload: PushPayload<N>) => Counted } = {
  'notification:created': (queryClient, { notification }) => insertNotification(queryClient, notification),
  'notification:read': (queryClient, { ids, read_at }) => markNotificationsRead(queryClient, ids, read_at),
  'announcement:published': (queryClient, { announcement }) => {
    upsertAnnouncement(queryClient, announcement);
    return uncounted;
  },
  'announcement:created': (queryClient) => {
    void queryClient.invalidateQueries({ queryKey: announcementKeys.lists });
    return uncounted;
  },
  'me:changed': (queryClient, changed) => {
    patchQueries<Me>(queryClient, meKeys.me, (me) => ({
      ...me,
      locale: changed.locale === undefined ? me.locale : changed.locale,
      time_zone: changed.time_zone === undefined ? me.time_zone : changed.time_zone,
    }));
    return uncounted;
  },
  'sessions:changed': (queryClient) => {
    void queryClient.invalidateQueries({ queryKey: meKeys.sessions });
    return uncounted;
  },
  'sync:needed': () => uncounted,
  'session:ended': () => uncounted,
};

const uncounted: Counted = { isNew: false, moved: 0, unsure: false };

/** Brings the cache to where a new request would. Free of React and the DOM. */
export function applyPush<N extends PushName>(
  queryClient: QueryClient,
  name: N,
  payload: PushPayload<N>,
): Counted {
  return effects[name](queryClient, payload);
}
