import * as z from 'zod';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { CalendarClass } from './calendar-class';

/** A class with what its calendar has to know of its history. */
export interface ToldClass {
  readonly class: CalendarClass;
  readonly sequence: number;
  readonly changedAt: Date;
  /** It was in this calendar and is not any more. */
  readonly isGone: boolean;
}

/** How long calendars are told that a class is gone. */
const GONE_DAYS = 30;

const Meeting = z.object({ start: z.string(), end: z.string(), room: z.string(), faculty: z.string() });
const KeptClass = z.object({
  uid: z.string(),
  course: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  entryType: z.enum(['lecture', 'lab', 'tutorial', 'exam']),
  first: z.string(),
  last: z.string(),
  stepDays: z.union([z.literal(7), z.literal(14)]),
  count: z.number(),
  planned: Meeting,
  excluded: z.array(z.string()),
  changed: z.array(
    Meeting.extend({ day: z.string(), date: z.string(), isCancelled: z.boolean(), message: z.string() }),
  ),
});

interface KeptRow {
  uid: string;
  content: string;
  sequence: number;
  changed_at: Date;
  gone_at: Date | null;
}

/**
 * Compares the classes with what this calendar was told last, and writes the difference down: whatever made a class another
 * one, its sequence grows. Nobody else may do it for the same user meanwhile. `from`: classes that ended before are forgotten.
 */
export async function rememberClasses(
  tx: SqlTx,
  userId: string,
  { classes, from }: { classes: readonly CalendarClass[]; from: string },
): Promise<ToldClass[]> {
  const now = new Date();
  const { rows } = await tx.query<KeptRow>(
    'SELECT uid, content, sequence, changed_at, gone_at FROM calendar_event WHERE user_id = $1 ORDER BY uid',
    [userId],
  );
  const kept = new Map(rows.map((row) => [row.uid, row]));
  const current = classes.map((each): KeptRow => {
    const content = JSON.stringify(each);
    const row = kept.get(each.uid);
    if (row && row.content === content && row.gone_at === null) return row;
    return {
      uid: each.uid,
      content,
      sequence: row ? row.sequence + 1 : 0,
      changed_at: now,
      gone_at: null,
    };
  });
  const uids = new Set(current.map(({ uid }) => uid));
  const oldest = now.getTime() - GONE_DAYS * 86_400_000;
  const gone = rows
    .filter((row) => !uids.has(row.uid) && parse(row).last >= from)
    .map((row) =>
      row.gone_at ? row : { ...row, sequence: row.sequence + 1, changed_at: now, gone_at: now },
    );
  const changed = [...current, ...gone].filter((row) => kept.get(row.uid) !== row);
  if (changed.length > 0)
    await tx.query(WRITE, [
      userId,
      changed.map((row) => row.uid),
      changed.map((row) => row.content),
      changed.map((row) => row.sequence),
      changed.map((row) => row.gone_at),
      now,
    ]);
  return [...current, ...gone.filter(({ gone_at }) => gone_at !== null && gone_at.getTime() > oldest)].map(
    (row) => ({
      class: parse(row),
      sequence: row.sequence,
      changedAt: row.changed_at,
      isGone: row.gone_at !== null,
    }),
  );
}

const parse = ({ content }: KeptRow): CalendarClass => KeptClass.parse(JSON.parse(content));

const WRITE = `
  INSERT INTO calendar_event (user_id, uid, content, sequence, gone_at, changed_at)
  SELECT $1, told.uid, told.content, told.sequence, told.gone_at, $6
  FROM unnest($2::text[], $3::text[], $4::int[], $5::timestamptz[]) AS told (uid, content, sequence, gone_at)
  ON CONFLICT (user_id, uid) DO UPDATE SET content = excluded.content, sequence = excluded.sequence,
    gone_at = excluded.gone_at, changed_at = excluded.changed_at`;
