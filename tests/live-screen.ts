import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { type AnnouncementFilter, announcementKeys } from '@/lib/client/announcement/announcement-keys';
import { courseKeys } from '@/lib/client/course/course-keys';
import { type NotificationFilter, notificationKeys } from '@/lib/client/notification/notification-keys';
import { personKeys } from '@/lib/client/person/person-keys';
import { createCatchUpMemory } from '@/lib/client/realtime/catch-up-memory';
import { createConnectionStore } from '@/lib/client/realtime/connection-store';
import { createSocket } from '@/lib/client/realtime/create-socket';
import { startRealtime } from '@/lib/client/realtime/start-realtime';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import { meKeys } from '@/lib/client/session/me-keys';
import { timetableKeys } from '@/lib/client/timetable/timetable-keys';
import type { AnnouncementList } from '@/lib/contracts/http/announcement';
import type { CourseList, CoursePeople } from '@/lib/contracts/http/course';
import type { Me } from '@/lib/contracts/http/me';
import type { NotificationList, UnreadCount } from '@/lib/contracts/http/notification';
import type { PersonList } from '@/lib/contracts/http/person';
import type { Reach } from '@/lib/contracts/http/reach';
import type { Week } from '@/lib/contracts/http/timetable';
import type { WeekQuery } from '@/lib/contracts/http/timetable-requests';
import { measureReach } from '@/lib/domain/announcement/measure-reach';
import { announcingRights } from '@/lib/domain/announcement/policy';
import { listAnnouncements } from '@/lib/domain/announcement/queries';
import { listPeople as listCoursePeople, listCourses } from '@/lib/domain/course/list-courses';
import { countUnread, listNotifications } from '@/lib/domain/notification/queries';
import { listPeople } from '@/lib/domain/person/queries';
import { createAuthenticator, type SignedIn } from '@/lib/domain/session/authenticate';
import { presentMe } from '@/lib/domain/session/present-me';
import { readWeek } from '@/lib/domain/timetable/read-week';
import type { Database } from '@/lib/infra/db/database';
import { TEST_SECRET, type TestUser } from './campus';

export interface Shown {
  /** The inbox. */
  readonly notifications: NotificationList['items'];
  readonly unread: number;
  /** What the user's role works with. */
  readonly announcements: AnnouncementList['items'];
  readonly inboxTabs: Readonly<Record<string, NotificationList['items']>>;
  readonly announcementTabs: Readonly<Record<string, AnnouncementList['items']>>;
  readonly boards: readonly (Reach | undefined)[];
  readonly me: Me | undefined;
  /** What an administrator sees of everybody; nobody else has such a list. */
  readonly people: PersonList['items'];
  /** The catalogue, with the reader's own place in each course. */
  readonly courses: CourseList['items'];
  /** The reader's own classes in the week of {@link WEEK}. */
  readonly week: Week | undefined;
  /** The pages of courses that are open. */
  readonly coursePages: readonly CoursePageShown[];
  /** The other parts that are open, in the order they were opened. */
  readonly parts: readonly unknown[];
}

/** Anything else on a screen: under which key the page keeps it, and what a request for it would be answered. */
export interface ScreenPart {
  readonly queryKey: readonly unknown[];
  readonly read: (reader: SignedIn) => Promise<unknown>;
}

interface CoursePageShown {
  readonly announcements: AnnouncementList['items'];
  readonly week: Week | undefined;
  /** Of administrators' pages. */
  readonly people: CoursePeople['items'];
}

/** A day of the week that the screens show: one of the terms that tests make. */
const WEEK = { of: 'me', day: '2031-03-10' } as const;
const weekOfCourse = (id: string) => ({ ...WEEK, of: 'course', id }) as const;
const announcedTo = (id: string) => ({ scope: 'readable', course_id: id }) as const;

const inbox: NotificationFilter = {};
const inboxTabs: Readonly<Record<string, NotificationFilter>> = {
  unread: { unread: true },
  urgent: { priority: 'urgent' },
  archive: { archived: true },
  snoozed: { snoozed: true },
  timetable: { category: 'timetable' },
};

/** What each role works with: administrators write, the others read. */
const announcementsOf = (user: TestUser): AnnouncementFilter => ({
  scope: user.role === 'admin' ? 'authored' : 'received',
});
const announcementTabsOf = (user: TestUser): Readonly<Record<string, AnnouncementFilter>> =>
  user.role === 'admin' ? authoredTabs : receivedTabs;
const authoredTabs = {
  drafts: { scope: 'authored', status: 'draft' },
  scheduled: { scope: 'authored', status: 'scheduled' },
  published: { scope: 'authored', status: 'published' },
  expired: { scope: 'authored', status: 'expired' },
  archived: { scope: 'authored', status: 'archived' },
} as const;
const receivedTabs = {
  pinned: { scope: 'received', pinned: true },
  unacknowledged: { scope: 'received', unacknowledged: true },
} as const;

export interface LiveScreen {
  readonly user: TestUser;
  /** How often each notification was told (a toast, or in "while you were away"). */
  readonly told: ReadonlyMap<string, number>;
  /** Resolves when connected and caught up with the database. */
  connect(): Promise<void>;
  isLive(): boolean;
  /** Opens the reach board of an announcement, beside the lists. */
  openBoard(announcementId: string): Promise<void>;
  closeBoard(announcementId: string): void;
  readonly boards: readonly string[];
  /** Opens the page of a course. */
  openCourse(courseId: string): Promise<void>;
  readonly coursePages: readonly string[];
  /** Opens another part, beside the lists. */
  openPart(part: ScreenPart): Promise<void>;
  readonly parts: readonly ScreenPart[];
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
  const fresh = await fetchShown(database, { user, boards: [], coursePages: [], parts: [] });
  const show = (key: readonly unknown[], items?: readonly unknown[]) =>
    queryClient.setQueryData(key, pagesOf(items));
  show(notificationKeys.list(inbox), fresh.notifications);
  for (const [tab, filter] of Object.entries(inboxTabs))
    show(notificationKeys.list(filter), fresh.inboxTabs[tab]);
  show(announcementKeys.list(announcementsOf(user)), fresh.announcements);
  for (const [tab, filter] of Object.entries(announcementTabsOf(user)))
    show(announcementKeys.list(filter), fresh.announcementTabs[tab]);
  queryClient.setQueryData(notificationKeys.unreadCount, { unread_count: fresh.unread });
  queryClient.setQueryData(meKeys.me, fresh.me);
  show(courseKeys.list({}), fresh.courses);
  queryClient.setQueryData(timetableKeys.week(WEEK), fresh.week);
  if (user.role === 'admin') show(personKeys.list({}), fresh.people);
  const boards: string[] = [];
  const coursePages: string[] = [];
  const parts: ScreenPart[] = [];
  const reads = readsOf(database, user);

  // The badge: where pushes leave the count in doubt, the client asks again; a page would ask the API.
  const badge = new QueryObserver(queryClient, {
    queryKey: notificationKeys.unreadCount,
    queryFn: async () => ({ unread_count: await reads.unread() }),
    staleTime: Infinity,
  });
  // Whether this reader has acknowledged what comes back, a push to everybody cannot tell: that tab asks again too.
  const unacknowledged = new QueryObserver(queryClient, {
    queryKey: announcementKeys.list(receivedTabs.unacknowledged),
    queryFn: async () => pagesOf(await reads.announcements(receivedTabs.unacknowledged)),
    staleTime: Infinity,
  });
  // Who comes into a course or leaves it reads other announcements than before: which, the push does not say.
  const received = new QueryObserver(queryClient, {
    queryKey: announcementKeys.list({ scope: 'received' }),
    queryFn: async () => pagesOf(await reads.announcements({ scope: 'received' })),
    staleTime: Infinity,
  });
  // What a brief tells of is shown from then on; which rows those are, the lists are asked for.
  const notificationLists = [inbox, ...Object.values(inboxTabs)].map(
    (filter) =>
      new QueryObserver(queryClient, {
        queryKey: notificationKeys.list(filter),
        queryFn: async () => pagesOf(await reads.notifications(filter)),
        staleTime: Infinity,
      }),
  );
  // A push tells that people have changed, or that this user has; a page asks the API who they are now.
  const people = new QueryObserver(queryClient, {
    queryKey: personKeys.list({}),
    queryFn: async () => pagesOf(await reads.people()),
    staleTime: Infinity,
  });
  // Pushes bring the seats; where somebody stands, and whose classes are another, is asked for.
  const catalogue = new QueryObserver(queryClient, {
    queryKey: courseKeys.list({}),
    queryFn: async () => pagesOf(await reads.courses()),
    staleTime: Infinity,
  });
  const week = new QueryObserver(queryClient, {
    queryKey: timetableKeys.week(WEEK),
    queryFn: () => reads.week(),
    staleTime: Infinity,
  });
  const self = new QueryObserver(queryClient, {
    queryKey: meKeys.me,
    queryFn: () => reads.me(),
    staleTime: Infinity,
  });
  const everybodys = [badge, ...notificationLists, unacknowledged, self, catalogue, week];
  const asking = [...everybodys, user.role === 'admin' ? people : received];
  const stopAsking = asking.map((each) => each.subscribe(() => undefined));

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
    boards,
    async openBoard(id) {
      const [board] = (await fetchShown(database, { user, boards: [id], coursePages: [], parts: [] })).boards;
      queryClient.setQueryData(announcementKeys.reach(id), board);
      boards.push(id);
    },
    closeBoard(id) {
      queryClient.removeQueries({ queryKey: announcementKeys.reach(id) });
      boards.splice(boards.indexOf(id), 1);
    },
    coursePages,
    async openCourse(id) {
      const parts: readonly { queryKey: readonly unknown[]; queryFn: () => Promise<unknown> }[] = [
        {
          queryKey: announcementKeys.list(announcedTo(id)),
          queryFn: async () => pagesOf(await reads.announcements(announcedTo(id))),
        },
        { queryKey: timetableKeys.week(weekOfCourse(id)), queryFn: () => reads.week(weekOfCourse(id)) },
        { queryKey: courseKeys.people(id), queryFn: async () => pagesOf(await reads.coursePeople(id)) },
      ];
      for (const part of parts) {
        await queryClient.fetchQuery(part);
        const observer = new QueryObserver(queryClient, { ...part, staleTime: Infinity });
        stopAsking.push(observer.subscribe(() => undefined));
      }
      coursePages.push(id);
    },
    parts,
    async openPart(part) {
      const asked = { queryKey: part.queryKey, queryFn: async () => part.read(await reads.reader()) };
      await queryClient.fetchQuery(asked);
      const observer = new QueryObserver(queryClient, { ...asked, staleTime: Infinity });
      stopAsking.push(observer.subscribe(() => undefined));
      parts.push(part);
    },
    shown() {
      const rows = <T>(key: readonly unknown[]) =>
        (queryClient.getQueryData<{ pages: { items: T[] }[] }>(key)?.pages ?? []).flatMap(
          (each) => each.items,
        );
      const notifications = (filter: NotificationFilter) =>
        rows<NotificationList['items'][number]>(notificationKeys.list(filter));
      const announcements = (filter: AnnouncementFilter) =>
        rows<AnnouncementList['items'][number]>(announcementKeys.list(filter));
      return {
        notifications: notifications(inbox),
        announcements: announcements(announcementsOf(user)),
        inboxTabs: mapValues(inboxTabs, notifications),
        announcementTabs: mapValues(announcementTabsOf(user), announcements),
        boards: boards.map((id) => queryClient.getQueryData<Reach>(announcementKeys.reach(id))),
        unread: queryClient.getQueryData<UnreadCount>(notificationKeys.unreadCount)?.unread_count ?? -1,
        me: queryClient.getQueryData<Me>(meKeys.me),
        people: rows<PersonList['items'][number]>(personKeys.list({})),
        courses: rows<CourseList['items'][number]>(courseKeys.list({})),
        week: queryClient.getQueryData<Week>(timetableKeys.week(WEEK)),
        coursePages: coursePages.map((id) => ({
          announcements: announcements(announcedTo(id)),
          week: queryClient.getQueryData<Week>(timetableKeys.week(weekOfCourse(id))),
          people: rows<CoursePeople['items'][number]>(courseKeys.people(id)),
        })),
        parts: parts.map(({ queryKey }) => queryClient.getQueryData(queryKey)),
      };
    },
    close() {
      stop();
      for (const stopOne of stopAsking) stopOne();
      socket.disconnect();
      queryClient.clear();
    },
  };
}

/** What the same screen would show if it were loaded now. */
export async function fetchShown(
  database: Database,
  screen: Pick<LiveScreen, 'user' | 'boards' | 'coursePages' | 'parts'>,
): Promise<Shown> {
  const { user, boards, coursePages, parts } = screen;
  const reads = readsOf(database, user);
  const reader = await reads.reader();
  return {
    notifications: await reads.notifications(inbox),
    announcements: await reads.announcements(announcementsOf(user)),
    inboxTabs: await fetchEach(inboxTabs, reads.notifications),
    announcementTabs: await fetchEach(announcementTabsOf(user), reads.announcements),
    boards: await Promise.all(boards.map((id) => measureReach(database.sql, reader, id))),
    unread: await reads.unread(),
    people: await reads.people(),
    courses: await reads.courses(),
    week: await reads.week(),
    me: await reads.me(),
    coursePages: await Promise.all(
      coursePages.map(async (id) => ({
        announcements: await reads.announcements(announcedTo(id)),
        week: await reads.week(weekOfCourse(id)),
        people: await reads.coursePeople(id),
      })),
    ),
    parts: await Promise.all(parts.map((part) => part.read(reader))),
  };
}

/** Each list of a screen by itself, as its page asks for it. */
function readsOf(database: Database, user: TestUser) {
  const { sql } = database;
  const page = { after: null, limit: 1_000, cursorAt: () => '' };
  const authenticate = createAuthenticator({ database, secret: TEST_SECRET, secureCookies: false });
  const reader = async () => {
    const signedIn = await authenticate(user.cookie);
    if (!signedIn) throw new Error(`${user.name} is not signed in`);
    return signedIn;
  };
  return {
    reader,
    notifications: async (filter: NotificationFilter) =>
      (
        await listNotifications(sql, user.id, {
          ...page,
          unread: false,
          archived: false,
          snoozed: false,
          ...filter,
        })
      ).items,
    announcements: async (filter: AnnouncementFilter) =>
      (await listAnnouncements(sql, await reader(), { ...page, ...filter })).items,
    unread: () => countUnread(sql, user.id),
    people: async () => (user.role === 'admin' ? (await listPeople(sql, page)).items : []),
    courses: async () => (await listCourses(sql, await reader(), page)).items,
    coursePeople: async (id: string) =>
      user.role === 'admin' ? (await listCoursePeople(sql, await reader(), { ...page, id })).items : [],
    week: async (asked: WeekQuery = WEEK) =>
      readWeek(sql, await reader(), { ...asked, timeZone: 'Europe/Vienna' }),
    me: async () => {
      const signedIn = await reader();
      return presentMe(signedIn, await announcingRights(sql, signedIn));
    },
  };
}

const pagesOf = (items: readonly unknown[] = []) => ({
  pages: [{ items: [...items], next_cursor: null }],
  pageParams: [null],
});

const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

async function fetchEach<T, U>(record: Readonly<Record<string, T>>, fetchOne: (value: T) => Promise<U>) {
  const fetched = Object.entries(record).map(async ([name, value]) => [name, await fetchOne(value)] as const);
  return Object.fromEntries(await Promise.all(fetched));
}
