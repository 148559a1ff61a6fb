import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { type AnnouncementFilter, announcementKeys } from '@/lib/client/announcement/announcement-keys';
import { notificationKeys } from '@/lib/client/notification/notification-keys';
import { createCatchUpMemory } from '@/lib/client/realtime/catch-up-memory';
import { createConnectionStore } from '@/lib/client/realtime/connection';
import { createSocket } from '@/lib/client/realtime/create-socket';
import { startRealtime } from '@/lib/client/realtime/start-realtime';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import { meKeys } from '@/lib/client/session/me-keys';
import type { AnnouncementList } from '@/lib/contracts/http/announcement';
import type { Me } from '@/lib/contracts/http/me';
import type { NotificationList, UnreadCount } from '@/lib/contracts/http/notification';
import { mayAnnounce } from '@/lib/domain/announcement/policy';
import { listAnnouncements } from '@/lib/domain/announcement/queries';
import { countUnread, listNotifications } from '@/lib/domain/notification/queries';
import { createAuthenticator } from '@/lib/domain/session/authenticate';
import { presentMe } from '@/lib/domain/session/present-me';
import type { Database } from '@/lib/infra/db/database';
import { TEST_SECRET, type TestUser } from './campus';

export interface Shown {
  readonly notifications: NotificationList['items'];
  readonly unread: number;
  readonly announcements: AnnouncementList['items'];
  readonly me: Me | undefined;
}

export interface LiveScreen {
  readonly user: TestUser;
  /** How often each notification was told (a toast, or in "while you were away"). */
  readonly told: ReadonlyMap<string, number>;
  /** Resolves when connected and caught up with the database. */
  connect(): Promise<void>;
  isLive(): boolean;
  /** What the cache shows now. */
  shown(): Shown;
  close(): void;
}

/**
 * A tab of a user without the page: the browser's own realtime code and cache against a running BFF. Its lists are
 * loaded once, at the start, and from then on only pushes and catch-up change them; the badge may ask again.
 */
export async function openScreen(database: Database, origin: string, user: TestUser): Promise<LiveScreen> {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  const fresh = await fetchShown(database, user);
  const page = <T>(items: T[]) => ({ pages: [{ items, next_cursor: null }], pageParams: [null] });
  queryClient.setQueryData(notificationKeys.list({ unread: false }), page([...fresh.notifications]));
  queryClient.setQueryData(notificationKeys.unreadCount, { unread_count: fresh.unread });
  queryClient.setQueryData(announcementKeys.list(listOf(user)), page([...fresh.announcements]));

  queryClient.setQueryData(meKeys.me, fresh.me);

  // The badge: where pushes leave the count in doubt, the client asks again; a page would ask the API.
  const badge = new QueryObserver(queryClient, {
    queryKey: notificationKeys.unreadCount,
    queryFn: async () => ({ unread_count: await countUnread(database.sql, user.id) }),
    staleTime: Infinity,
  });
  const closeBadge = badge.subscribe(() => undefined);

  setCacheReader(queryClient, {
    id: user.id,
    role: user.role,
    departmentId: user.departmentId,
  });
  const told = new Map<string, number>();
  const tell = (id: string) => told.set(id, (told.get(id) ?? 0) + 1);
  const connection = createConnectionStore();
  const socket = createSocket(origin, { cookie: user.cookie });
  const kept = new Map<string, string>();
  const storage: Storage = {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
  const report = (fault: unknown) => {
    throw new Error(`the screen was sent something it cannot read: ${JSON.stringify(fault)}`);
  };
  const memory = createCatchUpMemory(user.id, () => storage, report);
  const stop = startRealtime({
    socket,
    queryClient,
    connection,
    network: { isOnline: () => true, subscribe: () => () => undefined },
    memory,
    onArrived: (notification) => tell(notification.id),
    onCaughtUp: (missed) => {
      for (const { id } of missed) tell(id);
    },
    onChanged: () => undefined,
    onEnded: () => undefined,
    report,
  });
  return {
    user,
    told,
    connect: () =>
      new Promise((resolve) => {
        const look = () => (memory.read().cursor === null ? void setTimeout(look, 10) : resolve());
        look();
      }),
    isLive: () => socket.connected,
    shown() {
      const rows = <T>(key: readonly unknown[]) =>
        (queryClient.getQueryData<{ pages: { items: T[] }[] }>(key)?.pages ?? []).flatMap(
          (each) => each.items,
        );
      return {
        notifications: rows<NotificationList['items'][number]>(notificationKeys.list({ unread: false })),
        unread: queryClient.getQueryData<UnreadCount>(notificationKeys.unreadCount)?.unread_count ?? -1,
        me: queryClient.getQueryData<Me>(meKeys.me),
        announcements: rows<AnnouncementList['items'][number]>(announcementKeys.list(listOf(user))),
      };
    },
    close() {
      stop();
      closeBadge();
      socket.disconnect();
      queryClient.clear();
    },
  };
}

/** What each role works with: administrators write, the others read. */
const listOf = (user: TestUser): AnnouncementFilter => ({
  scope: user.role === 'admin' ? 'authored' : 'received',
});

/** What the same screen would show if it were loaded now. */
export async function fetchShown(database: Database, user: TestUser): Promise<Shown> {
  const authenticate = createAuthenticator({ database, secret: TEST_SECRET, secureCookies: false });
  const reader = await authenticate(user.cookie);
  if (!reader) throw new Error(`${user.name} is not signed in`);
  const page = { after: null, limit: 1_000, cursorAt: () => '' };
  const [notifications, unread, announcements] = await Promise.all([
    listNotifications(database.sql, user.id, { ...page, unread: false, archived: false }),
    countUnread(database.sql, user.id),
    listAnnouncements(database.sql, reader, page),
  ]);
  return {
    notifications: notifications.items,
    unread,
    announcements: announcements.items,
    me: presentMe(reader, { may_announce: await mayAnnounce(database.sql, reader) }),
  };
}
