import { SEARCH_LENGTH } from '@/lib/contracts/http/search-length';
import { searchOf } from '../http/search-of';
import type { NotificationFilter } from './notification-keys';

/** The tabs of the inbox, in their order, and what each asks the server for. */
const inboxTabs = {
  all: {},
  unread: { unread: true },
  urgent: { priority: 'urgent' },
  announcements: { category: 'announcement' },
  timetable: { category: 'timetable' },
  attendance: { category: 'attendance' },
  courses: { category: 'course' },
  materials: { category: 'material' },
  messages: { category: 'message' },
  forums: { category: 'discussion' },
  snoozed: { snoozed: true },
  archived: { archived: true },
} as const satisfies Record<string, NotificationFilter>;

export type InboxTab = keyof typeof inboxTabs;

/** Where in the inbox one is: all of it stands in the address. */
export interface InboxPlace {
  readonly tab: InboxTab;
  readonly query: string;
  /** The id of the opened notification. */
  readonly open: string | null;
}

export const inboxTabNames: readonly InboxTab[] = Object.keys(inboxTabs).filter(isInboxTab);

export function readInboxPlace(search: Pick<URLSearchParams, 'get'>): InboxPlace {
  const tab = search.get('filter') ?? 'all';
  return {
    tab: isInboxTab(tab) ? tab : 'all',
    query: (search.get('query') ?? '').trim().slice(0, SEARCH_LENGTH),
    open: search.get('open') || null,
  };
}

export function inboxHref({ tab, query, open }: InboxPlace): string {
  return `/inbox${searchOf({ filter: tab === 'all' ? null : tab, query, open })}`;
}

export function filterOfPlace({ tab, query }: Pick<InboxPlace, 'tab' | 'query'>): NotificationFilter {
  return query === '' ? inboxTabs[tab] : { ...inboxTabs[tab], query };
}

function isInboxTab(name: string): name is InboxTab {
  return Object.hasOwn(inboxTabs, name);
}
