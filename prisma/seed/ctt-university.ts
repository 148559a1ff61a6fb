import type { ProposalInstance } from '@/lib/domain/timetable-proposal/instance';
import { proposeTimetable } from '@/lib/domain/timetable-proposal/propose-timetable';
import { CttError, readCtt } from '@/lib/domain/timetable-proposal/read-ctt';
import { randomName, seedId } from './people';
import { seededRandom } from './seeded-random';

const STUDENTS_PER_CURRICULUM = 5;
const SEED = 2007;
const OPENS = 8 * 60;
const CLOSES = 23 * 60;
/** Minutes: where a day has too many periods for hours, they are shorter. */
const LONGEST_PERIOD = 60;
const DAYS_OF_WEEK = 7;

/**
 * A problem that can be a university: it has a name, and days that a week has.
 * @throws {CttError} with the line, where it cannot
 */
export function readCttUniversity(text: string): ProposalInstance {
  const lines = text.split(/\r\n|\n|\r/);
  const lineOf = (what: RegExp) => lines.findIndex((line) => what.test(line)) + 1;
  const unreadable = lineOf(/[^\P{Cc}\t]/u);
  if (unreadable > 0) throw new CttError(unreadable, 'it has a character that is no text');
  const instance = readCtt(text);
  if (instance.name === '') throw new CttError(lineOf(/^\s*Name:/), 'it has no name');
  if (instance.days > DAYS_OF_WEEK)
    throw new CttError(lineOf(/^\s*Days:/), `a week has ${DAYS_OF_WEEK} days, not ${instance.days}`);
  return instance;
}

/** The rows of a problem in a term. The ids are made of its names, so that it meets its own rows when it comes again. */
export function cttUniversity(instance: ProposalInstance, termCode: string) {
  const { name } = instance;
  const idOf = (...parts: (string | number)[]) => seedId(`ctt ${JSON.stringify([name, ...parts])}`);
  const codeOf = (id: string) => `${name}/${id}`;
  const courseId = (index: number) => idOf('course', termCode, instance.courses[index]?.id ?? '');
  const random = seededRandom(SEED);
  const person = (role: 'faculty' | 'student', mailbox: string) => ({
    id: idOf(role, mailbox),
    email: `${mailboxOf(mailbox)}.${mailboxOf(name)}@nimbusu.test`,
    name: randomName(random),
    role,
  });
  const teachers = [...new Set(instance.courses.map(({ teacher }) => teacher))];
  const classmates = instance.curricula.flatMap(({ id, courses }) =>
    Array.from({ length: STUDENTS_PER_CURRICULUM }, (_, index) => ({
      student: person('student', `${id}.${index + 1}`),
      courses,
    })),
  );
  const enrollments = classmates.flatMap(({ student, courses }) =>
    courses.map((course) => ({
      id: idOf('enrollment', courseId(course), student.id),
      courseId: courseId(course),
      studentId: student.id,
    })),
  );
  const enrolled = new Map<string, number>();
  for (const each of enrollments) enrolled.set(each.courseId, (enrolled.get(each.courseId) ?? 0) + 1);
  return {
    department: { id: idOf('department'), code: name, name },
    people: [
      ...teachers.map((teacher) => person('faculty', teacher)),
      ...classmates.map((each) => each.student),
    ],
    subjects: instance.courses.map(({ id }) => ({
      id: idOf('subject', id),
      code: codeOf(id),
      name: `Course ${id}`,
    })),
    courses: instance.courses.map((course, index) => ({
      id: courseId(index),
      code: codeOf(course.id),
      subjectId: idOf('subject', course.id),
      facultyId: idOf('faculty', course.teacher),
      capacity: Math.max(course.students, enrolled.get(courseId(index)) ?? 0),
      lectures: course.lectures,
      minimumDays: course.minimumDays,
    })),
    rooms: instance.rooms.map(({ id, capacity }) => ({ id: idOf('room', id), code: codeOf(id), capacity })),
    enrollments,
    unavailable: instance.unavailable.map(([course, period]) => ({
      courseId: courseId(course),
      ...timeOf(instance, period),
    })),
    timetable: { id: idOf('timetable', termCode), code: `${name} ${termCode}`, name },
    entries: firstPlaces(instance).map(({ course, room, period }, index) => ({
      id: idOf('entry', termCode, index),
      courseId: courseId(course),
      roomId: idOf('room', instance.rooms[room]?.id ?? ''),
      facultyId: idOf('faculty', instance.courses[course]?.teacher ?? ''),
      ...timeOf(instance, period),
    })),
  };
}

export type CttUniversity = ReturnType<typeof cttUniversity>;

const mailboxOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');

function timeOf({ periodsPerDay }: ProposalInstance, period: number) {
  const minutes = Math.min(LONGEST_PERIOD, Math.floor((CLOSES - OPENS) / periodsPerDay));
  const startMinute = OPENS + (period % periodsPerDay) * minutes;
  return {
    dayOfWeek: Math.floor(period / periodsPerDay) + 1,
    startMinute,
    endMinute: startMinute + minutes,
  };
}

/** Each lecture where it harms least when it is placed: what the scheduler begins with, the same every time. */
const firstPlaces = (instance: ProposalInstance) =>
  proposeTimetable(instance, { seconds: 0, shouldStop: () => true }).placements;
