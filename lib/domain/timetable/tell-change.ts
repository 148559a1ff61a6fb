import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { type Notice, ofCourse, tellPeople } from '../notification/tell-people';
import type { HeldMeeting } from './expand-meetings';
import { listMeetings } from './list-meetings';
import { type TimetableTexts, timetableTexts } from './notice-texts';

/**
 * Tells those whose day is another now: the enrolled students and the teachers before and after, without who did it. Who has
 * another class at the new time is told of which.
 */
export async function tellChange(
  tx: EventfulTx,
  actorId: string,
  { before, after }: { before: HeldMeeting; after: HeldMeeting },
): Promise<void> {
  const { rows } = await tx.query<{ student_id: string }>(
    `SELECT student_id FROM enrollment WHERE course_id = $1 AND status = 'enrolled'`,
    [after.course.id],
  );
  const people = new Set(rows.map(({ student_id }) => student_id));
  for (const { faculty } of [before, after]) if (faculty) people.add(faculty.id);
  people.delete(actorId);
  const clashing =
    after.status === 'cancelled'
      ? new Map<string, HeldMeeting>()
      : await findClashing(tx, after, [...people]);
  await tellPeople(tx, {
    userIds: [...people],
    write: ({ id, locale }) => {
      const texts = timetableTexts(locale);
      const { title, message } = describeChange(texts, before, after);
      const clash = clashing.get(id);
      if (!clash) return { title, message };
      const times = texts.times(clash.start_time, clash.end_time);
      return { title, message: `${message} ${texts.clashesWith(clash.course.code, times)}` };
    },
    kind: 'timetable',
    ...ofCourse(after.course.id, 'timetable'),
    priority: 'high',
    actionUrl: `/timetable?day=${after.date}`,
  });
}

/** By person: the other class that is held at the same moment. */
async function findClashing(
  tx: EventfulTx,
  after: HeldMeeting,
  people: readonly string[],
): Promise<Map<string, HeldMeeting>> {
  const range = { from: after.date, to: after.date };
  const others = (await listMeetings(tx, { of: 'everybody' }, range)).filter(
    (other) =>
      other.id !== after.id &&
      other.status !== 'cancelled' &&
      other.start_time < after.end_time &&
      after.start_time < other.end_time,
  );
  const { rows } = await tx.query<{ course_id: string; student_id: string }>(
    `SELECT course_id, student_id FROM enrollment
     WHERE status = 'enrolled' AND course_id = ANY ($1::uuid[]) AND student_id = ANY ($2::uuid[])`,
    [others.map(({ course }) => course.id), people],
  );
  const clashing = new Map<string, HeldMeeting>();
  for (const other of others) {
    const attending = rows.filter((row) => row.course_id === other.course.id).map((row) => row.student_id);
    const teaching = other.faculty && people.includes(other.faculty.id) ? [other.faculty.id] : [];
    for (const person of [...attending, ...teaching]) clashing.set(person, other);
  }
  return clashing;
}

/** "CS204 moved to Tue 25 Nov, 11:00", and what else is another. */
function describeChange(texts: TimetableTexts, before: HeldMeeting, after: HeldMeeting): Notice {
  const { code, name } = after.course;
  const note = after.message === '' ? '' : ` ${texts.quote(after.message)}`;
  const when = ({ date, start_time }: HeldMeeting) => `${texts.day(date)}, ${start_time}`;
  const timesOf = ({ start_time, end_time }: HeldMeeting) => texts.times(start_time, end_time);
  if (after.status === 'cancelled') {
    const message = texts.notHeld({ name, day: texts.day(before.date), times: timesOf(before) });
    return { title: texts.cancelled(code, when(before)), message: `${message}${note}` };
  }
  const spanOf = (meeting: HeldMeeting) => `${texts.day(meeting.date)}, ${timesOf(meeting)}`;
  const roomOf = ({ room }: HeldMeeting) => room?.code ?? texts.noRoom;
  const teacherOf = ({ faculty }: HeldMeeting) => faculty?.name ?? texts.nobody;
  const differences = [
    before.status === 'cancelled' ? texts.heldAgain : '',
    differenceOf(texts.labels.time, spanOf(before), spanOf(after)),
    differenceOf(texts.labels.room, roomOf(before), roomOf(after)),
    differenceOf(texts.labels.teacher, teacherOf(before), teacherOf(after)),
  ].filter((text) => text !== '');
  const title =
    when(before) !== when(after)
      ? texts.moved(code, when(after))
      : before.room?.id !== after.room?.id
        ? texts.inRoom(code, after.room?.code ?? null, when(after))
        : texts.changed(code, when(after));
  return { title, message: `${name}. ${differences.join(' ')}${note}`.trim() };
}

const differenceOf = (what: string, before: string, after: string) =>
  before === after ? '' : `${what}: ${before} → ${after}.`;
