import { v7 as uuidv7 } from 'uuid';
import type { FreeRooms, RoomView } from '@/lib/contracts/http/timetable';
import type { WriteRoom } from '@/lib/contracts/http/timetable-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { KeysetPage } from '@/lib/infra/http/keyset-cursor';
import { type ChangeActor, recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import { clockTime } from './clock-time';
import { listMeetings } from './list-meetings';
import { lockTimetables } from './lock-timetables';
import { universityNow } from './university-now';

const COLUMNS = 'id, code, name, building, capacity, features, version';

/** The rooms by code, one page of them. */
export async function listRooms(
  sql: SqlTx,
  page: KeysetPage,
): Promise<{ items: RoomView[]; next_cursor: string | null }> {
  const { rows } = await sql.query<RoomView>(
    `SELECT ${COLUMNS} FROM room WHERE $1::text IS NULL OR (code, id) > ($1, $2::uuid)
     ORDER BY code, id LIMIT $3`,
    [page.after?.at ?? null, page.after?.id ?? null, page.limit + 1],
  );
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const next_cursor = rows.length > page.limit && last ? page.cursorAt({ at: last.code, id: last.id }) : null;
  return { items, next_cursor };
}

/** Who adds or changes it, for the audit list. */
interface By {
  readonly actor: ChangeActor;
  readonly correlationId: string;
}

/** @throws {DomainProblem} `room.code_taken` */
export async function createRoom(tx: SqlTx, by: By, room: WriteRoom): Promise<RoomView> {
  const { rows } = await tx.query<RoomView>(
    `INSERT INTO room (id, code, name, building, capacity, features) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (code) DO NOTHING RETURNING ${COLUMNS}`,
    [uuidv7(), room.code, room.name, room.building, room.capacity, room.features],
  );
  const created = rows[0];
  if (!created) throw new DomainProblem('room.code_taken');
  const change = { action: 'room.created', subjectKind: 'room', subjectId: created.id };
  await recordChange(tx, by, { ...change, before: null, after: withoutVersion(created) });
  return created;
}

/**
 * Changes a room; the whole of it is given.
 * @throws {DomainProblem} `resource.not_found`, `room.code_taken`; `precondition.failed` with what another has saved
 */
export async function editRoom(
  tx: SqlTx,
  by: By & { ifMatch: number },
  id: string,
  room: WriteRoom,
): Promise<RoomView> {
  const before = await takeRoom(tx, id);
  if (by.ifMatch !== before.version) throw new DomainProblem('precondition.failed', { current: before });
  const taken = await tx.query('SELECT FROM room WHERE code = $1 AND id <> $2', [room.code, id]);
  if (taken.rowCount > 0) throw new DomainProblem('room.code_taken');
  const { rows } = await tx.query<RoomView>(
    `UPDATE room SET code = $2, name = $3, building = $4, capacity = $5, features = $6, version = version + 1
     WHERE id = $1 RETURNING ${COLUMNS}`,
    [id, room.code, room.name, room.building, room.capacity, room.features],
  );
  const after = rows[0] ?? before;
  const change = { action: 'room.edited', subjectKind: 'room', subjectId: id };
  await recordChange(tx, by, { ...change, before: withoutVersion(before), after: withoutVersion(after) });
  return after;
}

/**
 * Takes away a room that no class is planned in: in a draft, in what is published, or for a single day.
 * @throws {DomainProblem} `resource.not_found`, `precondition.failed`; `room.in_use` with the number of classes
 */
export async function deleteRoom(tx: SqlTx, by: By & { ifMatch: number | null }, id: string): Promise<void> {
  await lockTimetables(tx);
  const before = await takeRoom(tx, id);
  if (by.ifMatch !== null && by.ifMatch !== before.version)
    throw new DomainProblem('precondition.failed', { current: before });
  const { rows } = await tx.query<{ class_count: number }>(
    `SELECT count(*)::int AS class_count FROM (
       SELECT entry_id FROM timetable_entry WHERE room_id = $1
       UNION SELECT entry_id FROM class_change WHERE room_id = $1) AS use`,
    [id],
  );
  const class_count = rows[0]?.class_count ?? 0;
  if (class_count > 0) {
    const detail = `Classes planned in it: ${class_count}`;
    throw new DomainProblem('room.in_use', { detail, current: { class_count } });
  }
  await tx.query('DELETE FROM room WHERE id = $1', [id]);
  const change = { action: 'room.deleted', subjectKind: 'room', subjectId: id };
  await recordChange(tx, by, { ...change, before: withoutVersion(before), after: null });
}

/** The room, which nobody else changes until the transaction ends. */
async function takeRoom(tx: SqlTx, id: string): Promise<RoomView> {
  const { rows } = isUuid(id)
    ? await tx.query<RoomView>(`SELECT ${COLUMNS} FROM room WHERE id = $1 FOR UPDATE`, [id])
    : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

/** What the audit list tells of a room. */
function withoutVersion({ version: _version, ...room }: RoomView): Omit<RoomView, 'version'> {
  return room;
}

/** The rooms that no class uses at this moment, with the start of the next class in them. */
export async function listFreeRooms(sql: SqlTx, timeZone: string, now = Date.now()): Promise<FreeRooms> {
  const { date, minute } = universityNow(timeZone, now);
  const at = clockTime(minute);
  const { rows } = await sql.query<RoomView>(`SELECT ${COLUMNS} FROM room ORDER BY code`);
  const held = (await listMeetings(sql, { of: 'everybody' }, { from: date, to: date })).filter(
    ({ status, end_time }) => status !== 'cancelled' && end_time > at,
  );
  const items = rows.flatMap((room) => {
    const own = held.filter((meeting) => meeting.room?.id === room.id);
    if (own.some(({ start_time }) => start_time <= at)) return [];
    return { ...room, free_until: own[0]?.start_time ?? null };
  });
  return { at, date, items };
}
