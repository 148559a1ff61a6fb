import type { InfiniteData } from '@tanstack/react-query';

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
  /** Of a list that lets go of what is far: something newer than this page is not loaded. */
  previous_cursor?: string | null;
}

export type Pages<T> = InfiniteData<Page<T>, string | null>;

/** What a paged list begins with; typed here, since a bare `null` would make every page's cursor `null`. */
export const noCursor = (): string | null => null;

/** All loaded rows of a paged list, each id once. */
export function pageItems<T extends { id: string }>(data: { pages: Page<T>[] } | undefined): T[] {
  const rows = new Map<string, T>();
  for (const page of data?.pages ?? [])
    for (const item of page.items) if (!rows.has(item.id)) rows.set(item.id, item);
  return [...rows.values()];
}

/** Replaces rows by `change`; a row changed to `null` leaves the list. The same object when nothing changed. */
export function changeItems<T>(data: Pages<T>, change: (item: T) => T | null): Pages<T> {
  let changed = false;
  const pages = data.pages.map((page) => {
    const items = page.items.flatMap((item) => {
      const next = change(item);
      if (next !== item) changed = true;
      return next === null ? [] : [next];
    });
    return { ...page, items };
  });
  return changed ? { ...data, pages } : data;
}

/**
 * Puts a row where `isBefore` says, into the page it belongs to. A row behind the last loaded one is left to the next
 * page's request while there is one.
 */
export function insertItem<T extends { id: string }>(
  data: Pages<T>,
  item: T,
  isBefore: (a: T, b: T) => boolean,
): Pages<T> {
  if (data.pages.some((page) => page.items.some((other) => other.id === item.id))) return data;
  const last = data.pages.length - 1;
  const first = data.pages[0];
  // It stands further up than what is loaded.
  if (first?.previous_cursor && first.items[0] && isBefore(item, first.items[0])) return data;
  const at = data.pages.findIndex((page) => page.items.some((other) => isBefore(item, other)));
  if (at === -1 && data.pages[last]?.next_cursor != null) return data;
  const target = at === -1 ? last : at;
  const pages = data.pages.map((page, index) => {
    if (index !== target) return page;
    const found = page.items.findIndex((other) => isBefore(item, other));
    const place = found === -1 ? page.items.length : found;
    return { ...page, items: page.items.toSpliced(place, 0, item) };
  });
  return { ...data, pages };
}
