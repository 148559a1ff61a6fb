import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { AnnouncementView, TargetDetails } from '@/lib/contracts/http/announcement';
import type { Reach, ReachCounts, ReminderView } from '@/lib/contracts/http/reach';
import { changeItems, insertItem, type Pages } from '../http/page-items';
import { patchQueries } from '../http/patch-query';
import { cacheReader } from '../session/cache-reader';
import { announcementKeys, type ListFilter } from './announcement-keys';
import { belongsTo } from './list-membership';

type AnnouncementPages = Pages<AnnouncementView>;

/**
 * Brings an announcement's newer state into every list it belongs to, out of those it does not, and over the open page.
 * `acknowledgement`: whether what this reader acknowledged before still counts.
 */
export function upsertAnnouncement(
  queryClient: QueryClient,
  pushed: AnnouncementView,
  acknowledgement: 'kept' | 'reset',
): void {
  const known = findCached(queryClient, pushed.id);
  // Pushes may overtake each other: an older state never covers a newer one.
  if (known && known.version > pushed.version) return;
  const announcement = merge(known, pushed, acknowledgement);
  const reader = cacheReader(queryClient);
  const inDoubt: QueryKey[] = [];
  patchQueries<AnnouncementPages>(queryClient, announcementKeys.lists, (data, key) => {
    const filter = key[2];
    const replaced = changeItems(data, (row) => (row.id === announcement.id ? announcement : row));
    // What is addressed to a course a push to readers does not say: whoever applies it has the list loaded anew.
    if (!isJudged(filter)) return replaced;
    if (!belongsTo(filter, announcement, reader)) return withoutItem(data, announcement.id);
    // Whether words that are searched for are in it, or whether it was acknowledged on another screen, the push cannot tell.
    const isSure = !filter.query && !(filter.unacknowledged && !known && acknowledgement === 'kept');
    if (!isSure) inDoubt.push(key);
    if (replaced !== data || !isSure) return replaced;
    return insertItem(data, announcement, (a, b) => isNewer(a, b, filter.scope));
  });
  for (const queryKey of inDoubt) void queryClient.invalidateQueries({ queryKey, exact: true });
  patchQueries<AnnouncementView>(queryClient, announcementKeys.detail(pushed.id), () => announcement);
  if (known && known.revision !== pushed.revision)
    void queryClient.invalidateQueries({ queryKey: announcementKeys.revisions(pushed.id) });
}

/** Deleted, or not for readers any more: gone from the lists; an open page asks and is told. */
export function removeAnnouncement(queryClient: QueryClient, id: string): void {
  patchQueries<AnnouncementPages>(queryClient, announcementKeys.lists, (data) => withoutItem(data, id));
  void queryClient.invalidateQueries({ queryKey: announcementKeys.detail(id) });
}

/** This reader has taken note of a revision, here or on another screen. */
export function markAcknowledged(
  queryClient: QueryClient,
  id: string,
  acknowledged: { revision: number; at: string },
): void {
  const known = findCached(queryClient, id);
  if (!known || known.acknowledged_at !== null || acknowledged.revision < known.announced_revision) return;
  upsertAnnouncement(queryClient, { ...known, acknowledged_at: acknowledged.at }, 'kept');
}

/** The board's new numbers, and the reminder's state. */
export function setReach(
  queryClient: QueryClient,
  id: string,
  reach: { counts: ReachCounts; reminder: ReminderView | null },
): void {
  patchQueries<Reach>(queryClient, announcementKeys.reach(id), (board) => ({ ...board, ...reach }));
}

function merge(
  known: AnnouncementView | undefined,
  pushed: AnnouncementView,
  acknowledgement: 'kept' | 'reset',
): AnnouncementView {
  if (!known) return pushed;
  return {
    ...pushed,
    // A push to readers leaves the audience out; an author who has it keeps it.
    target_details: isEmpty(pushed.target_details) ? known.target_details : pushed.target_details,
    acknowledged_at:
      acknowledgement === 'reset'
        ? pushed.acknowledged_at
        : (pushed.acknowledged_at ?? known.acknowledged_at),
  };
}

function findCached(queryClient: QueryClient, id: string): AnnouncementView | undefined {
  const detail = queryClient.getQueryData<AnnouncementView>(announcementKeys.detail(id));
  if (detail) return detail;
  for (const [, data] of queryClient.getQueriesData<AnnouncementPages>({ queryKey: announcementKeys.lists }))
    for (const page of data?.pages ?? []) for (const row of page.items) if (row.id === id) return row;
  return undefined;
}

const withoutItem = (data: AnnouncementPages, id: string) =>
  changeItems(data, (row) => (row.id === id ? null : row));

function isEmpty(details: TargetDetails): boolean {
  return Object.values(details).every((list) => list.length === 0);
}

/**
 * Newest first, authored ones by when they were written, received ones by when they were published; ids are time-ordered,
 * so they decide between equal times.
 */
function isNewer(a: AnnouncementView, b: AnnouncementView, scope: ListFilter['scope']): boolean {
  // A reader's rows are published, all of them.
  const timeOf = (row: AnnouncementView) =>
    Date.parse((scope === 'received' && row.published_at) || row.created_at);
  return timeOf(a) === timeOf(b) ? a.id > b.id : timeOf(a) > timeOf(b);
}

/** Only this module's own keys stand under `lists`, so the third part is the filter. */
const isJudged = (filter: unknown): filter is ListFilter =>
  typeof filter === 'object' && filter !== null && 'scope' in filter && filter.scope !== 'readable';
