import type { EventfulTx } from '@/lib/infra/outbox/unit-of-work';
import { tellAlike } from '../notification/tell-people';
import type { HeldMeeting } from './expand-meetings';
import { listMeetings } from './list-meetings';

type Held = Pick<HeldMeeting, 'date' | 'start_time' | 'end_time' | 'room' | 'faculty'>;

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
  const { title, message } = describeChange(before, after);
  const clashing = after.status === 'cancelled' ? new Map() : await findClashing(tx, after, [...people]);
  const byText = new Map<string, string[]>();
  for (const person of people) {
    const clash = clashing.get(person);
    const text = clash ? `${message} It clashes with ${clash}.` : message;
    byText.set(text, [...(byText.get(text) ?? []), person]);
  }
  const actionUrl = `/timetable?day=${after.date}`;
  for (const [text, userIds] of byText)
    tellAlike(tx, { userIds, title, message: text, kind: 'timetable', priority: 'high', actionUrl });
}

/** By person: the other class that is held at the same moment, in words. */
async function findClashing(
  tx: EventfulTx,
  after: HeldMeeting,
  people: readonly string[],
): Promise<Map<string, string>> {
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
  const clashing = new Map<string, string>();
  for (const other of others) {
    const attending = rows.filter((row) => row.course_id === other.course.id).map((row) => row.student_id);
    const teaching = other.faculty && people.includes(other.faculty.id) ? [other.faculty.id] : [];
    for (const person of [...attending, ...teaching])
      clashing.set(person, `${other.course.code}, ${other.start_time} to ${other.end_time}`);
  }
  return clashing;
}

/** "CS204 moved: Tue 24 Nov, 10:00 → Wed 25 Nov, 11:00", and what else is another. */
export function describeChange(
  before: Held & Named,
  after: Held & Named,
): { title: string; message: string } {
  const code = after.course.code;
  const note = after.message === '' ? '' : ` “${after.message}”`;
  const when = ({ date, start_time }: Held) => `${shortDay(date)}, ${start_time}`;
  if (after.status === 'cancelled')
    return {
      title: `${code} cancelled: ${when(before)}`,
      message: `${after.course.name} is not held on ${shortDay(before.date)}, ${before.start_time} to ${before.end_time}.${note}`,
    };
  const differences = [
    before.status === 'cancelled' ? 'It is held again.' : '',
    differenceOf('Time', spanOf(before), spanOf(after)),
    differenceOf('Room', before.room?.code ?? 'none', after.room?.code ?? 'none'),
    differenceOf('Taught by', before.faculty?.name ?? 'nobody', after.faculty?.name ?? 'nobody'),
  ].filter((text) => text !== '');
  const isMoved = when(before) !== when(after);
  const verb = isMoved
    ? `moved to ${when(after)}`
    : before.room?.id !== after.room?.id
      ? `moved to ${after.room?.code ?? 'no room'}, ${when(after)}`
      : `changed: ${when(after)}`;
  return {
    title: `${code} ${verb}`,
    message: `${after.course.name}. ${differences.join(' ')}${note}`.trim(),
  };
}

interface Named {
  readonly course: { readonly code: string; readonly name: string };
  readonly status: HeldMeeting['status'];
  readonly message: string;
}

const differenceOf = (what: string, before: string, after: string) =>
  before === after ? '' : `${what}: ${before} → ${after}.`;

const spanOf = ({ date, start_time, end_time }: Held) => `${shortDay(date)}, ${start_time} to ${end_time}`;

/** "Tue 24 Nov" */
export function shortDay(date: string): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(Date.parse(date)).replace(',', '');
}
