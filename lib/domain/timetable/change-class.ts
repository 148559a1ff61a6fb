import { v7 as uuidv7 } from 'uuid';
import type { Meeting } from '@/lib/contracts/http/timetable';
import type { ChangeClass } from '@/lib/contracts/http/timetable-requests';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import type { EventfulTx, UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { minutesOf } from './clock-time';
import { entryPayload, timetablePayload } from './entry-payload';
import { ENTRY_COLUMNS, ENTRY_FROM, type EntryRow, slotOfRow } from './entry-row';
import { type HeldMeeting, meetingOf } from './expand-meetings';
import { CHANGE_COLUMNS, CHANGE_FROM, listMeetings, readChanges, readHolidays } from './list-meetings';
import { lockTimetables } from './lock-timetables';
import { dayNumber, isHeldOn } from './overlap';
import { listTaught } from './policy';
import { tellChange } from './tell-change';
import { universityNow } from './university-now';

interface Request {
  actor: SignedIn;
  correlationId: string;
  timeZone: string;
}

/**
 * Cancels, moves or gives to somebody else one class on one day. Those it concerns are told in the same transaction.
 * @throws {DomainProblem} `resource.not_found`; `auth.forbidden` for who does not teach the course; `request.invalid` for a
 * day on which it is not held or that has gone; `timetable.conflict` when the room or the teacher is taken then
 */
export async function changeClass(
  unitOfWork: UnitOfWork,
  request: Request & { change: ChangeClass },
): Promise<Meeting> {
  const { change, actor } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    await lockTimetables(tx);
    const entry = await takeEntry(tx, actor, change.entry_id);
    const { date: today } = universityNow(request.timeZone);
    await requireHeld(tx, entry, change.day);
    const newDay = change.new_day ?? change.day;
    for (const [field, day] of [
      ['day', change.day],
      ['new_day', newDay],
    ] as const)
      if (day < today) throw wrongField(field, 'past', 'The day has gone');
    if (newDay < entry.term_starts_on || newDay > entry.term_ends_on)
      throw wrongField('new_day', 'outside_term', 'The day is not in the term');
    await requireKnown(tx, change);
    const before = await readMeeting(tx, entry, change.day);
    await tx.query(WRITE, [
      uuidv7(),
      change.entry_id,
      change.day,
      change.cancelled,
      newDay === change.day ? null : newDay,
      change.start_time ? minutesOf(change.start_time) : null,
      change.end_time ? minutesOf(change.end_time) : null,
      change.room_id ?? null,
      change.faculty_id ?? null,
      change.message,
      actor.userId,
    ]);
    const after = await readMeeting(tx, entry, change.day);
    if (after.status !== 'cancelled') await requireFree(tx, after);
    await publishChanged(tx, actor, { entry, before, after });
    return viewOf(after);
  });
}

/**
 * Takes a change of one day back: the class is held as planned. A second time changes nothing.
 * @throws {DomainProblem} as {@link changeClass}
 */
export async function undoChange(
  unitOfWork: UnitOfWork,
  request: Request & { id: string },
): Promise<Meeting> {
  const { actor, id } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    if (!isUuid(id)) throw new DomainProblem('resource.not_found');
    await lockTimetables(tx);
    const { rows } = await tx.query<{ entry_id: string; day: string }>(
      `SELECT ${CHANGE_COLUMNS} ${CHANGE_FROM} WHERE change.id = $1`,
      [id],
    );
    const change = rows[0];
    if (!change) throw new DomainProblem('resource.not_found');
    const entry = await takeEntry(tx, actor, change.entry_id);
    const before = await readMeeting(tx, entry, change.day);
    if (before.status === 'planned') return viewOf(before);
    // The row stays: calendars know the class by a number that only grows.
    await tx.query(WRITE, [
      uuidv7(),
      change.entry_id,
      change.day,
      false,
      ...Array.from({ length: 5 }, () => null),
      '',
      actor.userId,
    ]);
    const after = await readMeeting(tx, entry, change.day);
    await requireFree(tx, after);
    await publishChanged(tx, actor, { entry, before, after });
    return viewOf(after);
  });
}

async function takeEntry(tx: SqlTx, actor: SignedIn, entryId: string): Promise<EntryRow> {
  const { rows } = isUuid(entryId)
    ? await tx.query<EntryRow>(
        `SELECT ${ENTRY_COLUMNS} ${ENTRY_FROM} WHERE entry.entry_id = $1 AND entry.state = 'published'`,
        [entryId],
      )
    : { rows: [] };
  const entry = rows[0];
  if (!entry) throw new DomainProblem('resource.not_found');
  const taught = await listTaught(tx, actor);
  const isOwn = actor.role === 'faculty' && entry.faculty_id === actor.userId;
  if (!taught.all && !taught.courseIds.has(entry.course_id) && !isOwn)
    throw new DomainProblem('auth.forbidden');
  return entry;
}

async function requireHeld(tx: SqlTx, entry: EntryRow, day: string): Promise<void> {
  const slot = slotOfRow(entry);
  const holidays = await readHolidays(tx, { from: day, to: day });
  if (!slot || !isHeldOn(slot, dayNumber(day)) || holidays.has(`${entry.term_id} ${day}`))
    throw wrongField('day', 'not_held', 'The class is not held on this day');
}

async function requireKnown(tx: SqlTx, change: ChangeClass): Promise<void> {
  const { rows } = await tx.query<{ room: boolean; faculty: boolean }>(
    `SELECT EXISTS (SELECT FROM room WHERE id = $1) AS room,
       EXISTS (SELECT FROM app_user WHERE id = $2 AND role = 'faculty' AND status = 'active') AS faculty`,
    [change.room_id ?? null, change.faculty_id ?? null],
  );
  if (change.room_id && !rows[0]?.room) throw wrongField('room_id', 'unknown', 'There is no such room');
  if (change.faculty_id && !rows[0]?.faculty)
    throw wrongField('faculty_id', 'unknown', 'There is no such active member of the faculty');
}

async function readMeeting(tx: SqlTx, entry: EntryRow, day: string): Promise<HeldMeeting> {
  const changes = await readChanges(tx, [entry.entry_id]);
  return meetingOf(
    entry,
    day,
    changes.find((change) => change.day === day),
  );
}

/** @throws {DomainProblem} `timetable.conflict`, naming what is held there then */
async function requireFree(tx: SqlTx, after: HeldMeeting): Promise<void> {
  const range = { from: after.date, to: after.date };
  const meetings = await listMeetings(tx, { of: 'everybody' }, range);
  const errors = meetings
    .filter(({ id, status }) => id !== after.id && status !== 'cancelled')
    .filter((other) => other.start_time < after.end_time && after.start_time < other.end_time)
    .flatMap((other) => {
      const what = `${other.course.code}, ${other.start_time} to ${other.end_time}`;
      const isRoom = other.room !== null && other.room.id === after.room?.id;
      const isFaculty = other.faculty !== null && other.faculty.id === after.faculty?.id;
      return [
        ...(isRoom
          ? [{ field: 'room_id', code: 'taken', message: `${other.room?.code} is taken: ${what}` }]
          : []),
        ...(isFaculty
          ? [{ field: 'faculty_id', code: 'taken', message: `${other.faculty?.name} teaches then: ${what}` }]
          : []),
      ];
    });
  if (errors.length > 0) throw new DomainProblem('timetable.conflict', { errors });
}

async function publishChanged(
  tx: EventfulTx,
  actor: SignedIn,
  { entry, before, after }: { entry: EntryRow; before: HeldMeeting; after: HeldMeeting },
): Promise<void> {
  const faculty = [entry.faculty_id, before.faculty?.id, after.faculty?.id].flatMap((id) => id ?? []);
  tx.publish('ENTRY_MODIFIED', {
    ...(await timetablePayload(tx, entry.timetable_id)),
    is_published: true,
    entry: entryPayload(entry),
    changes: Object.fromEntries(
      VALUES.flatMap(([name, value]) => {
        const [old_value, new_value] = [value(before), value(after)];
        return old_value === new_value ? [] : [[name, { old_value, new_value }] as const];
      }),
    ),
    affected_course_ids: [entry.course_id],
    affected_faculty_ids: [...new Set(faculty)],
    reason: after.message,
    effective_from: `${after.day}T00:00:00Z`,
    modified_by: actor.userId,
    modified_at: new Date().toISOString(),
  });
  await tellChange(tx, actor.userId, { before, after });
}

const VALUES: readonly (readonly [string, (meeting: HeldMeeting) => string])[] = [
  ['status', ({ status }) => (status === 'cancelled' ? 'cancelled' : 'held')],
  ['date', ({ date }) => date],
  ['start_time', ({ start_time }) => start_time],
  ['end_time', ({ end_time }) => end_time],
  ['room_name', ({ room }) => room?.code ?? ''],
  ['faculty_name', ({ faculty }) => faculty?.name ?? ''],
];

function viewOf({ department_id: _department, ...meeting }: HeldMeeting): Meeting {
  return { ...meeting, may_change: true };
}

const WRITE = `
  INSERT INTO class_change (id, entry_id, state, day, is_cancelled, new_day, start_minute, end_minute, room_id,
    faculty_id, message, created_by)
  VALUES ($1, $2, 'published', $3::date, $4, $5::date, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (entry_id, day) DO UPDATE SET is_cancelled = excluded.is_cancelled, new_day = excluded.new_day,
    start_minute = excluded.start_minute, end_minute = excluded.end_minute, room_id = excluded.room_id,
    faculty_id = excluded.faculty_id, message = excluded.message, created_by = excluded.created_by,
    created_at = now(), sequence = class_change.sequence + 1`;
