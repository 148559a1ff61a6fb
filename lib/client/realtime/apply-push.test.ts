import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { NotificationChange, NotificationView } from '@/lib/contracts/http/notification';
import { announcementKeys } from '../announcement/announcement-keys';
import type { Pages } from '../http/page-items';
import { notificationKeys } from '../notification/notification-keys';
import { setCacheReader } from '../session/cache-reader';
import { applyPush } from './apply-push';
import { sampleAnnouncement, sampleNotification, sampleTime } from './testing/sample-rows';
import { inboxIds, listedIds, seedInbox, seedPages, unreadCount } from './testing/seed-cache';

const all = { unread: false };
const unread = { unread: true };
let queryClient: QueryClient;

beforeEach(() => {
  queryClient = new QueryClient();
});

const created = (n: number, change = {}) =>
  applyPush(queryClient, 'notification:created', { notification: sampleNotification(n, change) });
const read = (ids: string[] | null, readAt = sampleTime(50)) =>
  applyPush(queryClient, 'notification:read', { ids, read_at: readAt });

describe('a notification that takes back an earlier one', () => {
  const takesBack = (n: number, ids: string[]) =>
    applyPush(queryClient, 'notification:created', { notification: sampleNotification(n), withdraws: ids });
  const find = (id: string) =>
    queryClient
      .getQueryData<Pages<NotificationView>>(notificationKeys.list(all))
      ?.pages.flatMap((page) => page.items)
      .find((row) => row.id === id);

  beforeEach(() => seedInbox(queryClient, [[sampleNotification(9), sampleNotification(7)]]));

  it('leaves it there, withdrawn and read, and counts one as one', () => {
    for (let times = 0; times < 3; times += 1) takesBack(10, ['n0009']);
    expect(inboxIds(queryClient, all)).toEqual(['n0010', 'n0009', 'n0007']);
    expect(inboxIds(queryClient, unread)).toEqual(['n0010', 'n0007']);
    expect(find('n0009')).toMatchObject({ withdrawn_at: sampleTime(10), read_at: sampleTime(10) });
    expect(unreadCount(queryClient)).toBe(2);
  });

  it('leaves when it was read, if it was', () => {
    read(['n0009'], sampleTime(9));
    takesBack(10, ['n0009']);
    expect(find('n0009')).toMatchObject({ withdrawn_at: sampleTime(10), read_at: sampleTime(9) });
    expect(unreadCount(queryClient)).toBe(2);
  });

  it('may come before what it takes back, which then tells nobody', () => {
    takesBack(10, ['n0008']);
    expect(created(8).isNew).toBe(false);
    expect(find('n0008')).toMatchObject({ withdrawn_at: sampleTime(10), read_at: sampleTime(10) });
    expect(inboxIds(queryClient, unread)).toEqual(['n0010', 'n0009', 'n0007']);
  });
});

describe('notification:created', () => {
  beforeEach(() =>
    seedInbox(queryClient, [[sampleNotification(9), sampleNotification(7)], [sampleNotification(3)]]),
  );

  it('is at the top of every list and counted', () => {
    expect(created(10).isNew).toBe(true);
    expect(inboxIds(queryClient, all)).toEqual(['n0010', 'n0009', 'n0007', 'n0003']);
    expect(inboxIds(queryClient, unread)).toEqual(['n0010', 'n0009', 'n0007', 'n0003']);
    expect(unreadCount(queryClient)).toBe(4);
  });

  it('is one visible copy and counted once, however often it comes', () => {
    created(10);
    expect(created(10).isNew).toBe(false);
    created(10);
    expect(inboxIds(queryClient, all).filter((id) => id === 'n0010')).toHaveLength(1);
    expect(unreadCount(queryClient)).toBe(4);
  });

  it('goes to its place when it is late, also into a later page', () => {
    created(8);
    created(5);
    expect(inboxIds(queryClient, all)).toEqual(['n0009', 'n0008', 'n0007', 'n0005', 'n0003']);
  });

  it('stays away from the unread list and the count when it is read already', () => {
    created(10, { read_at: sampleTime(11) });
    expect(inboxIds(queryClient, all)).toContain('n0010');
    expect(inboxIds(queryClient, unread)).not.toContain('n0010');
    expect(unreadCount(queryClient)).toBe(3);
  });

  it('is not counted when a request has brought it, but the count is doubtful', () => {
    expect(created(7)).toMatchObject({ isNew: true, moved: 0, unsure: true });
    expect(unreadCount(queryClient)).toBe(3);
  });

  it('is left to the next page while there is one', () => {
    queryClient.setQueryData(notificationKeys.list(all), {
      pages: [{ items: [sampleNotification(9)], next_cursor: 'more' }],
      pageParams: [null],
    });
    created(2);
    expect(inboxIds(queryClient, all)).toEqual(['n0009']);
  });

  it('makes nothing up where nothing is loaded', () => {
    queryClient.clear();
    created(10);
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });

  it('leaves the age of the data, and that it is to be loaded anew', async () => {
    const key = notificationKeys.list(all);
    queryClient.setQueryData(key, queryClient.getQueryData(key), { updatedAt: 1_000 });
    await queryClient.invalidateQueries({ queryKey: key });
    created(10);
    expect(inboxIds(queryClient, all)).toContain('n0010');
    expect(queryClient.getQueryState(key)).toMatchObject({ dataUpdatedAt: 1_000, isInvalidated: true });
  });
});

describe('notification:read', () => {
  beforeEach(() =>
    seedInbox(queryClient, [[sampleNotification(9), sampleNotification(7)], [sampleNotification(3)]]),
  );

  it('marks in the whole list, leaves the unread list, and lowers the count once', () => {
    read(['n0007']);
    read(['n0007']);
    expect(inboxIds(queryClient, all)).toEqual(['n0009', 'n0007', 'n0003']);
    expect(inboxIds(queryClient, unread)).toEqual(['n0009', 'n0003']);
    expect(unreadCount(queryClient)).toBe(2);
  });

  it('counts one that is not loaded, and says that it is not sure', () => {
    expect(read(['n0001'])).toMatchObject({ moved: -1, unsure: true });
    expect(unreadCount(queryClient)).toBe(2);
  });

  it('reads all up to its time, and nothing newer', () => {
    read(null, sampleTime(7));
    expect(inboxIds(queryClient, unread)).toEqual(['n0009']);
    expect(unreadCount(queryClient)).toBe(1);
  });

  it('does not count again what followed from reading all', () => {
    read(null, sampleTime(20));
    created(30);
    read(['n0001', 'n0002'], sampleTime(20));
    expect(unreadCount(queryClient)).toBe(1);
  });

  it('may come before the notification itself', () => {
    read(['n0010']);
    created(10);
    expect(inboxIds(queryClient, unread)).not.toContain('n0010');
    read(null, sampleTime(20));
    created(15);
    expect(inboxIds(queryClient, unread)).not.toContain('n0015');
    expect(inboxIds(queryClient, all)).toEqual(['n0015', 'n0010', 'n0009', 'n0007', 'n0003']);
  });

  it('never counts below zero', () => {
    queryClient.setQueryData(notificationKeys.unreadCount, { unread_count: 0 });
    read(['n0001']);
    expect(unreadCount(queryClient)).toBe(0);
  });
});

describe('announcements', () => {
  const admin = { id: 'u9', role: 'admin', departmentId: null } as const;
  const student = { id: 'u1', role: 'student', departmentId: 'd1' } as const;
  const received = announcementKeys.list({ scope: 'received' });
  const authored = announcementKeys.list({ scope: 'authored' });
  const awaiting = announcementKeys.list({ scope: 'received', unacknowledged: true });
  const published = (n: number, change = {}) =>
    applyPush(queryClient, 'announcement:published', { announcement: sampleAnnouncement(n, change) });
  const changed = (n: number, change = {}, reannounced = false) =>
    applyPush(queryClient, 'announcement:changed', {
      announcement: sampleAnnouncement(n, change),
      reannounced,
    });
  const toDepartment = { target_audience: 'department' as const };

  it('come into a reader list in the order of publishing, once', () => {
    setCacheReader(queryClient, student);
    seedPages(queryClient, received, [[sampleAnnouncement(5), sampleAnnouncement(2)]]);
    published(1, { published_at: sampleTime(9) });
    published(1, { published_at: sampleTime(9) });
    expect(listedIds(queryClient, received)).toEqual(['a0001', 'a0005', 'a0002']);
  });

  it('turn from the draft of an author into the published one, in its place, and keep the audience', () => {
    setCacheReader(queryClient, admin);
    const target_details = { role_names: [], department_ids: ['d1'], course_ids: [], user_ids: [] };
    const draft = sampleAnnouncement(2, {
      ...toDepartment,
      target_details,
      status: 'draft',
      published_at: null,
      version: 1,
    });
    seedPages(queryClient, authored, [[sampleAnnouncement(5), draft]]);
    queryClient.setQueryData(announcementKeys.detail(draft.id), draft);
    published(2, { ...toDepartment, published_at: sampleTime(9), version: 2 });
    expect(listedIds(queryClient, authored)).toEqual(['a0005', 'a0002']);
    expect(queryClient.getQueryData(announcementKeys.detail(draft.id))).toEqual({
      ...draft,
      status: 'published',
      published_at: sampleTime(9),
      version: 2,
    });
  });

  it('appear in the received list of an administrator only when they are for them', () => {
    setCacheReader(queryClient, admin);
    seedPages(queryClient, received, [[]]);
    published(1, {
      ...toDepartment,
      target_details: { role_names: [], department_ids: ['d1'], course_ids: [], user_ids: [] },
    });
    published(2, {
      target_audience: 'role',
      target_details: { role_names: ['admin'], department_ids: [], course_ids: [], user_ids: [] },
    });
    published(3);
    expect(listedIds(queryClient, received)).toEqual(['a0003', 'a0002']);
  });

  it('go when they are not public any more, and where the filter does not want them', () => {
    setCacheReader(queryClient, admin);
    const drafts = announcementKeys.list({ scope: 'authored', status: 'draft' });
    for (const key of [received, authored, drafts]) seedPages(queryClient, key, [[]]);
    changed(1, { status: 'draft', published_at: null, version: 1 });
    expect(listedIds(queryClient, drafts)).toEqual(['a0001']);
    published(1, { version: 2 });
    expect([drafts, received, authored].map((key) => listedIds(queryClient, key))).toEqual([
      [],
      ['a0001'],
      ['a0001'],
    ]);
    changed(1, { status: 'archived', version: 3 });
    expect([received, authored].map((key) => listedIds(queryClient, key))).toEqual([[], ['a0001']]);
    applyPush(queryClient, 'announcement:removed', { announcement_id: 'a0001' });
    expect(listedIds(queryClient, authored)).toEqual([]);
  });

  it('are never covered by an older state that comes late', () => {
    setCacheReader(queryClient, student);
    seedPages(queryClient, received, [[sampleAnnouncement(1, { title: 'Newest', version: 4 })]]);
    changed(1, { title: 'Older', version: 3 });
    expect(queryClient.getQueryData<Pages<AnnouncementView>>(received)?.pages[0]?.items[0]?.title).toBe(
      'Newest',
    );
  });

  it('wait for acknowledgement until it is given, on whichever screen, and again when announced again', () => {
    setCacheReader(queryClient, student);
    const asked = { acknowledgement_required: true, priority: 'urgent' as const };
    for (const key of [received, awaiting]) seedPages(queryClient, key, [[]]);
    published(1, asked);
    expect(listedIds(queryClient, awaiting)).toEqual(['a0001']);
    const acknowledge = (revision: number) =>
      applyPush(queryClient, 'announcement:acknowledged', {
        announcement_id: 'a0001',
        revision,
        acknowledged_at: sampleTime(30),
      });
    acknowledge(1);
    expect([received, awaiting].map((key) => listedIds(queryClient, key))).toEqual([['a0001'], []]);
    changed(1, { ...asked, title: 'A comma', revision: 2, version: 3 });
    expect(listedIds(queryClient, awaiting)).toEqual([]);
    changed(1, { ...asked, revision: 3, announced_revision: 3, version: 4 }, true);
    expect(listedIds(queryClient, awaiting)).toEqual(['a0001']);
    acknowledge(2);
    expect(listedIds(queryClient, awaiting)).toEqual(['a0001']);
    acknowledge(3);
    expect(listedIds(queryClient, awaiting)).toEqual([]);
  });

  it('bring the numbers of an open board', () => {
    const board = { announcement_id: 'a1', acknowledgement_required: true };
    const none = { targeted: 4, delivered: 0, seen: 0, acknowledged: 0, outstanding: 4 };
    const some = { ...none, delivered: 3, acknowledged: 1, outstanding: 3 };
    queryClient.setQueryData(announcementKeys.reach('a1'), { ...board, counts: none, reminder: null });
    applyPush(queryClient, 'announcement:reach', { announcement_id: 'a1', counts: some, reminder: null });
    expect(queryClient.getQueryData(announcementKeys.reach('a1'))).toEqual({
      ...board,
      counts: some,
      reminder: null,
    });
  });
});

describe('notification:changed', () => {
  const archived = { archived: true };
  const change = (kind: NotificationChange, ...ids: string[]) =>
    applyPush(queryClient, 'notification:changed', { ids, change: kind, at: sampleTime(50) });
  beforeEach(() => {
    seedInbox(queryClient, [[sampleNotification(9), sampleNotification(7, { read_at: sampleTime(8) })]]);
    seedPages(queryClient, notificationKeys.list(archived), [[]]);
  });

  it('marks as unread again: back in the unread list, and counted once', () => {
    change('unread', 'n0007');
    change('unread', 'n0007');
    expect(inboxIds(queryClient, unread)).toEqual(['n0009', 'n0007']);
    expect(unreadCount(queryClient)).toBe(2);
  });

  it('puts away and takes back: in one place at a time, counted where it is unread', () => {
    change('archived', 'n0009');
    expect(listedIds(queryClient, notificationKeys.list(archived))).toEqual(['n0009']);
    expect(inboxIds(queryClient, all)).toEqual(['n0007']);
    expect(unreadCount(queryClient)).toBe(0);
    change('restored', 'n0009');
    expect(inboxIds(queryClient, all)).toEqual(['n0009', 'n0007']);
    expect(unreadCount(queryClient)).toBe(1);
  });

  it('notes what was seen, and counts nothing', () => {
    change('seen', 'n0009', 'unknown');
    const [first] =
      queryClient.getQueryData<Pages<NotificationView>>(notificationKeys.list(all))?.pages[0]?.items ?? [];
    expect([first?.seen_at, unreadCount(queryClient)]).toEqual([sampleTime(50), 1]);
  });

  it('asks the server about what is not loaded', () => {
    expect(change('unread', 'n0001')).toMatchObject({ moved: 0, unsure: true });
  });
});
