import {
  type Curriculum,
  type ProposalCourse,
  type ProposalInstance,
  type ProposalRoom,
  periodsOf,
} from './instance';

/** What is wrong with a `.ctt` file, and in which line (from 1). */
export class CttError extends Error {
  override readonly name = 'CttError';
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

const headers = ['Name', 'Courses', 'Rooms', 'Days', 'Periods_per_day', 'Curricula', 'Constraints'] as const;

/**
 * Reads the competition's `.ctt` format: a head of `Name: value` lines, then the sections `COURSES:`, `ROOMS:`,
 * `CURRICULA:` and `UNAVAILABILITY_CONSTRAINTS:`, each with as many lines as the head says, and `END.`.
 * @throws {CttError} where it is truncated or contradicts itself
 */
export function readCtt(text: string): ProposalInstance {
  const lines = createLines(text);
  const head = readHead(lines);
  const courses = readSection(lines, 'COURSES:', head.Courses, (line) => readCourse(line));
  const courseIndex = indexById(courses, 'course');
  const rooms = readSection(lines, 'ROOMS:', head.Rooms, readRoom);
  indexById(rooms, 'room');
  const curricula = readSection(lines, 'CURRICULA:', head.Curricula, (line) =>
    readCurriculum(line, courseIndex),
  );
  indexById(curricula, 'curriculum');
  const unavailable = readSection(lines, 'UNAVAILABILITY_CONSTRAINTS:', head.Constraints, (line) => {
    const course = findCourse(line, 0, courseIndex);
    const day = readNumber(line, 1, 'the day', { from: 0, to: head.Days - 1 });
    const period = readNumber(line, 2, 'the period', { from: 0, to: head.Periods_per_day - 1 });
    expectWords(line, 3);
    return { line, value: [course, day * head.Periods_per_day + period] as const };
  });
  const end = lines.next('END.');
  if (end.words[0] !== 'END.') throw new CttError(end.number, `"END." was expected, not "${end.text}"`);
  const instance = {
    name: head.Name,
    days: head.Days,
    periodsPerDay: head.Periods_per_day,
    courses: courses.map(({ value }) => value),
    rooms: rooms.map(({ value }) => value),
    curricula: curricula.map(({ value }) => value),
    unavailable: unavailable.map(({ value }) => value),
  };
  expectRoom(instance, courses);
  return instance;
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly words: readonly string[];
}

interface Row<T> {
  readonly line: Line;
  readonly value: T;
}

interface Lines {
  /** The next line that is not empty. */
  next(wanted: string): Line;
}

function createLines(text: string): Lines {
  const all = text.split(/\r\n|\n|\r/);
  let at = 0;
  return {
    next(wanted) {
      while (at < all.length) {
        const line = (all[at] ?? '').trim();
        at += 1;
        if (line !== '') return { number: at, text: line.slice(0, 80), words: line.split(/\s+/) };
      }
      throw new CttError(all.length, `the file ends where ${wanted} was expected`);
    },
  };
}

function readHead(lines: Lines) {
  const head: Record<string, string> = {};
  const numbers: Record<string, Line> = {};
  for (const name of headers) {
    const line = lines.next(`"${name}:"`);
    const [, found = '', value = ''] = /^(\w+):\s*(.*)$/.exec(line.text) ?? [];
    if (found !== name) throw new CttError(line.number, `"${name}:" was expected, not "${line.text}"`);
    head[name] = value.trim();
    numbers[name] = { ...line, words: [value.trim()] };
  }
  const count = (name: (typeof headers)[number], from: number, to: number) => {
    const line = numbers[name];
    if (!line) throw new Error(`the head has no ${name}`);
    return readNumber(line, 0, name, { from, to });
  };
  return {
    Name: head.Name ?? '',
    Courses: count('Courses', 1, 5_000),
    Rooms: count('Rooms', 1, 1_000),
    Days: count('Days', 1, 14),
    Periods_per_day: count('Periods_per_day', 1, 96),
    Curricula: count('Curricula', 0, 5_000),
    Constraints: count('Constraints', 0, 1_000_000),
  };
}

function readSection<T>(lines: Lines, title: string, count: number, read: (line: Line) => Row<T>): Row<T>[] {
  const first = lines.next(`"${title}"`);
  if (first.text !== title) throw new CttError(first.number, `"${title}" was expected, not "${first.text}"`);
  return Array.from({ length: count }, (_, index) => {
    const line = lines.next(`line ${index + 1} of ${count} of "${title}"`);
    if (/^[A-Z_]+[:.]$/.test(line.text))
      throw new CttError(line.number, `"${title}" has ${index} lines, the head says ${count}`);
    return read(line);
  });
}

function readCourse(line: Line): Row<ProposalCourse> {
  expectWords(line, 5);
  const [id = '', teacher = ''] = line.words;
  return {
    line,
    value: {
      id,
      teacher,
      lectures: readNumber(line, 2, 'the number of lectures', { from: 1, to: 10_000 }),
      minimumDays: readNumber(line, 3, 'the minimum of days', { from: 0, to: 14 }),
      students: readNumber(line, 4, 'the number of students', { from: 0, to: 1_000_000 }),
    },
  };
}

function readRoom(line: Line): Row<ProposalRoom> {
  expectWords(line, 2);
  const capacity = readNumber(line, 1, 'the capacity', { from: 0, to: 1_000_000 });
  return { line, value: { id: line.words[0] ?? '', capacity } };
}

function readCurriculum(line: Line, courseIndex: ReadonlyMap<string, number>): Row<Curriculum> {
  const count = readNumber(line, 1, 'the number of courses', { from: 1, to: 5_000 });
  expectWords(line, count + 2);
  const courses = Array.from({ length: count }, (_, index) => findCourse(line, index + 2, courseIndex));
  return { line, value: { id: line.words[0] ?? '', courses: [...new Set(courses)] } };
}

function findCourse(line: Line, word: number, courseIndex: ReadonlyMap<string, number>): number {
  const id = line.words[word] ?? '';
  const found = courseIndex.get(id);
  if (found === undefined) throw new CttError(line.number, `there is no course "${id}"`);
  return found;
}

function indexById<T extends { id: string }>(rows: readonly Row<T>[], what: string): Map<string, number> {
  const index = new Map<string, number>();
  for (const [at, { line, value }] of rows.entries()) {
    if (index.has(value.id)) throw new CttError(line.number, `the ${what} "${value.id}" is there twice`);
    index.set(value.id, at);
  }
  return index;
}

function readNumber(
  line: Line,
  word: number,
  what: string,
  { from, to }: { from: number; to: number },
): number {
  const text = line.words[word] ?? '';
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to))
    throw new CttError(line.number, `${what} must be a whole number from ${from} to ${to}, not "${text}"`);
  return value;
}

function expectWords(line: Line, count: number): void {
  if (line.words.length !== count)
    throw new CttError(line.number, `${count} values were expected, not ${line.words.length}`);
}

/** What no timetable can hold is a contradiction of the file, not of the search. */
function expectRoom(instance: ProposalInstance, courses: readonly Row<ProposalCourse>[]): void {
  const periods = periodsOf(instance);
  const taken = instance.courses.map(() => new Set<number>());
  for (const [course, period] of instance.unavailable) taken[course]?.add(period);
  for (const [index, { line, value }] of courses.entries()) {
    const free = periods - (taken[index]?.size ?? 0);
    if (value.lectures > free)
      throw new CttError(
        line.number,
        `${value.lectures} lectures of "${value.id}" do not fit into ${free} periods`,
      );
  }
  const lectures = instance.courses.reduce((sum, course) => sum + course.lectures, 0);
  const slots = periods * instance.rooms.length;
  if (lectures > slots)
    throw new CttError(
      courses[0]?.line.number ?? 1,
      `${lectures} lectures do not fit into ${slots} room periods`,
    );
}
