import * as z from 'zod';

/** A place in a list ordered by time and id, newest first. */
export interface KeysetPlace {
  readonly at: string;
  readonly id: string;
}

const Place = z.tuple([z.iso.datetime({ offset: true, precision: 6 }), z.uuid()]);

/** An opaque text for the client. `at` keeps PostgreSQL's microseconds, which a JavaScript date would cut. */
export function writeCursor(place: KeysetPlace): string {
  return Buffer.from(JSON.stringify([place.at, place.id])).toString('base64url');
}

/** `null` when the text is not a cursor of ours. */
export function readCursor(text: string): KeysetPlace | null {
  try {
    const place = Place.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return place.success ? { at: place.data[0], id: place.data[1] } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** SQL for a timestamp column as the cursor's text. */
export const cursorTime = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
