import type { NotificationView } from '@/lib/contracts/http/notification';
import type { NotificationGroup, NotificationGroups } from '@/lib/contracts/http/notification-group';

/** Unread ones that are drawn as one row. */
export interface RowGroup {
  readonly key: string;
  /** How many are unread, loaded or not. */
  readonly count: number;
  readonly course: string | null;
  /** Those that are loaded, newest first; of an open group also what was read since it was opened. */
  readonly members: readonly NotificationView[];
}

/** A row of the inbox as it is drawn; of a group that of its newest. */
export interface DrawnRow {
  readonly id: string;
  readonly row: NotificationView;
  readonly group: RowGroup | null;
  readonly isMember: boolean;
}

interface Loaded {
  /** What the server knows of all of them; not there yet: what is loaded is all that is known. */
  readonly groups: NotificationGroups | undefined;
  readonly open: OpenGroup | null;
  /** Nothing newer, or older, is left to load. */
  readonly isFromTop: boolean;
  readonly isToEnd: boolean;
}

/** The group that is opened. */
export interface OpenGroup {
  readonly key: string;
  /** Which of it were unread since it is open: they stay in it. */
  readonly kept: ReadonlySet<string>;
  /** Its rows that the list has not come to yet. */
  readonly further: readonly NotificationView[];
}

/** What belongs together is one row, where its newest stands. */
export function groupRows(rows: readonly NotificationView[], loaded: Loaded): DrawnRow[] {
  const groups = gather(rows, loaded);
  const begun = new Set<string>();
  return rows.flatMap((row): DrawnRow[] => {
    const key = keyIn(row, loaded);
    const group = key === null ? undefined : groups.get(key);
    const isOpen = group?.key === loaded.open?.key;
    if (!group || (group.count < 2 && !isOpen)) return [alone(row)];
    if (group.isAbove || begun.has(group.key)) return [];
    begun.add(group.key);
    const drawn = { id: `group:${encodeURIComponent(group.key)}`, row, group, isMember: false };
    return isOpen ? [drawn, ...group.members.map((each) => ({ ...alone(each), isMember: true }))] : [drawn];
  });
}

/** `null`: it stands alone, as whatever is urgent does. */
export const groupKeyOf = (row: NotificationView): string | null =>
  row.group_key === '' || row.priority === 'urgent' ? null : keyOf(row);

export const alone = (row: NotificationView): DrawnRow => ({ id: row.id, row, group: null, isMember: false });

const keyOf = ({ category, group_key }: Pick<NotificationGroup, 'category' | 'group_key'>): string =>
  `${category} ${group_key}`;

/** The group that a row is in now. */
function keyIn(row: NotificationView, { groups, open }: Loaded): string | null {
  const key = groupKeyOf(row);
  if (key === null || row.archived_at !== null || row.snoozed_until !== null) return null;
  if (open?.key === key && open.kept.has(row.id)) return key;
  const since = groups?.since ?? null;
  return row.read_at === null && (since === null || row.created_at >= since) ? key : null;
}

interface Gathered extends RowGroup {
  /** Its newest stands further up, where nothing is loaded now. */
  readonly isAbove: boolean;
}

function gather(rows: readonly NotificationView[], loaded: Loaded): Map<string, Gathered> {
  const { groups, open, isFromTop, isToEnd } = loaded;
  const listed = new Set(open && rows.map((row) => row.id));
  const further = open?.further.filter((row) => !listed.has(row.id)) ?? [];
  const members = new Map<string, NotificationView[]>();
  for (const row of [...rows, ...further]) {
    const key = keyIn(row, loaded);
    if (key === null) continue;
    const own = members.get(key);
    if (own) own.push(row);
    else members.set(key, [row]);
  }
  const told = new Map(groups?.items.map((group) => [keyOf(group), group]));
  const oldest = rows.at(-1)?.created_at ?? '';
  const gathered = [...members].map(([key, own]): [string, Gathered] => {
    const known = told.get(key);
    const unread = own.filter((row) => row.read_at === null).length;
    // Where all of it is loaded that is the newest truth, else what the server has counted.
    const isWhole = !known || (isFromTop && (isToEnd || oldest <= known.oldest_at));
    return [
      key,
      {
        key,
        count: isWhole ? unread : Math.max(unread, known.unread_count),
        course: known?.course ?? null,
        members: own,
        isAbove: !isFromTop && known !== undefined && known.newest_at > (own[0]?.created_at ?? ''),
      },
    ];
  });
  return new Map(gathered);
}
