import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { announcementKeys } from '../announcement/announcement-keys';
import { notificationKeys } from '../notification/notification-keys';
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

describe('announcement:published', () => {
  const published = (n: number, change = {}) =>
    applyPush(queryClient, 'announcement:published', { announcement: sampleAnnouncement(n, change) });

  it('comes into a reader list in the order of publishing, once', () => {
    const key = announcementKeys.list('reader');
    seedPages(queryClient, key, [[sampleAnnouncement(5), sampleAnnouncement(2)]]);
    published(1, { published_at: sampleTime(9) });
    published(1, { published_at: sampleTime(9) });
    expect(listedIds(queryClient, key)).toEqual(['a0001', 'a0005', 'a0002']);
  });

  it('turns the draft of an author list into the published one, in its place, and keeps the audience', () => {
    const key = announcementKeys.list('author');
    const target_details = { role_names: [], department_ids: ['d1'], user_ids: [] };
    const draft = sampleAnnouncement(2, { status: 'draft', published_at: null, target_details });
    seedPages(queryClient, key, [[sampleAnnouncement(5), draft]]);
    queryClient.setQueryData(announcementKeys.detail(draft.id), draft);
    published(2, { published_at: sampleTime(9) });
    expect(listedIds(queryClient, key)).toEqual(['a0005', 'a0002']);
    expect(queryClient.getQueryData(announcementKeys.detail(draft.id))).toEqual({
      ...draft,
      status: 'published',
      published_at: sampleTime(9),
    });
  });
});

it('announcement:created has the lists loaded anew, and nothing else', () => {
  seedPages(queryClient, announcementKeys.list('author'), [[sampleAnnouncement(1)]]);
  seedInbox(queryClient, [[]]);
  applyPush(queryClient, 'announcement:created', { announcement_id: 'a2' });
  const stale = queryClient.getQueryCache().findAll({ predicate: (query) => query.state.isInvalidated });
  expect(stale.map((query) => query.queryKey)).toEqual([announcementKeys.list('author')]);
});
