import { createHash } from 'node:crypto';
import * as z from 'zod';

/** A place in a list: what it is ordered by (mostly a time), and the id that decides between equals. */
export interface KeysetPlace {
  readonly at: string;
  readonly id: string;
}

/** What of a list is asked for: `limit` entries after a place, or from the start. */
export interface KeysetPage {
  readonly after: KeysetPlace | null;
  readonly limit: number;
  /** The cursor of this very list and filter for the page after `place`. */
  cursorAt(place: KeysetPlace): string;
}

/** All of a list at once, for a file. */
export const WHOLE_LIST: KeysetPage = { after: null, limit: 1_000_000, cursorAt: () => '' };

/** What the places of a list are ordered by. */
const sortKeys = {
  time: z.iso.datetime({ offset: true, precision: 6 }),
  name: z.string().max(300),
} as const;
export type SortKey = keyof typeof sortKeys;

/** Names a list with its filter; a cursor carries it, so that it leads on in no other list. */
export function listMark(list: string, filter: unknown): string {
  return createHash('sha256')
    .update(`${list} ${JSON.stringify(filter)}`)
    .digest('base64url')
    .slice(0, 11);
}

/** An opaque text for the client. `at` keeps PostgreSQL's microseconds, which a JavaScript date would cut. */
export function writeCursor(mark: string, place: KeysetPlace): string {
  return Buffer.from(JSON.stringify([mark, place.at, place.id])).toString('base64url');
}

/** `null` when the text is not a cursor of this list. */
export function readCursor(mark: string, text: string, sortKey: SortKey = 'time'): KeysetPlace | null {
  const Cursor = z.tuple([z.string(), sortKeys[sortKey], z.uuid()]);
  try {
    const cursor = Cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (!cursor.success || cursor.data[0] !== mark) return null;
    return { at: cursor.data[1], id: cursor.data[2] };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A page of rows of which one more than asked for was read, each with its place (`cursor_at`, {@link cursorTime}). */
export function pageOfRows<Row extends { readonly id: string; readonly cursor_at: string }>(
  rows: readonly Row[],
  page: KeysetPage,
): { items: Omit<Row, 'cursor_at'>[]; next_cursor: string | null } {
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ cursor_at: _at, ...item }) => item),
    next_cursor: rows.length > page.limit && last ? page.cursorAt({ at: last.cursor_at, id: last.id }) : null,
  };
}

/** SQL for a timestamp column as the cursor's text. */
export const cursorTime = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
