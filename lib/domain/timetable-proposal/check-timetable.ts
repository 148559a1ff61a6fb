import { type Placement, type ProposalInstance, periodsOf } from './instance';

/** Hard: what must be 0 in each part. Soft: the penalty of each part, weighted as the competition weighs it. */
export interface TimetableCheck {
  readonly hard: {
    /** Lectures that are missing or too many, and lectures of a course in the same period. */
    readonly lectures: number;
    /** Lectures that share a room and a period with an earlier one. */
    readonly roomOccupancy: number;
    /** Pairs of lectures in one period whose courses share a curriculum or a teacher. */
    readonly conflicts: number;
    /** Lectures where their teacher cannot. */
    readonly availability: number;
  };
  readonly soft: {
    /** 1 for each student without a seat, in each lecture. */
    readonly roomCapacity: number;
    /** 5 for each day that a course falls short of its minimum. */
    readonly minimumWorkingDays: number;
    /** 2 for each lecture of a curriculum that has none of the same curriculum right before or after it that day. */
    readonly isolatedLectures: number;
    /** 1 for each room of a course beyond its first. */
    readonly roomStability: number;
  };
  readonly violations: number;
  readonly penalty: number;
}

const WORKING_DAY = 5;
const ISOLATED = 2;

/**
 * Judges a timetable by the competition's definitions, from the placements alone. It shares nothing with the search, so
 * that neither can hide a mistake of the other.
 */
export function checkTimetable(instance: ProposalInstance, placements: readonly Placement[]): TimetableCheck {
  const hard = {
    lectures: countLectures(instance, placements),
    roomOccupancy:
      placements.length - new Set(placements.map(({ room, period }) => `${room} ${period}`)).size,
    conflicts: countConflicts(instance, placements),
    availability: countUnavailable(instance, placements),
  };
  const soft = {
    roomCapacity: sum(placements, ({ course, room }) =>
      Math.max(0, (instance.courses[course]?.students ?? 0) - (instance.rooms[room]?.capacity ?? 0)),
    ),
    minimumWorkingDays: sumOfCourses(instance, placements, (own, { minimumDays }) => {
      const days = new Set(own.map(({ period }) => Math.floor(period / instance.periodsPerDay)));
      return WORKING_DAY * Math.max(0, minimumDays - days.size);
    }),
    isolatedLectures: ISOLATED * countIsolated(instance, placements),
    roomStability: sumOfCourses(instance, placements, (own) =>
      Math.max(0, new Set(own.map(({ room }) => room)).size - 1),
    ),
  };
  return {
    hard,
    soft,
    violations: hard.lectures + hard.roomOccupancy + hard.conflicts + hard.availability,
    penalty: soft.roomCapacity + soft.minimumWorkingDays + soft.isolatedLectures + soft.roomStability,
  };
}

function countLectures(instance: ProposalInstance, placements: readonly Placement[]): number {
  return sumOfCourses(instance, placements, (own, { lectures }) => {
    const periods = new Set(own.map(({ period }) => period));
    return Math.abs(lectures - own.length) + (own.length - periods.size);
  });
}

function countConflicts(instance: ProposalInstance, placements: readonly Placement[]): number {
  const curriculaOf = instance.courses.map(() => new Set<number>());
  for (const [curriculum, { courses }] of instance.curricula.entries())
    for (const course of courses) curriculaOf[course]?.add(curriculum);
  const conflict = (a: number, b: number) =>
    a !== b &&
    (instance.courses[a]?.teacher === instance.courses[b]?.teacher ||
      [...(curriculaOf[a] ?? [])].some((curriculum) => curriculaOf[b]?.has(curriculum)));
  let count = 0;
  for (let period = 0; period < periodsOf(instance); period += 1) {
    const courses = placements.filter((each) => each.period === period).map(({ course }) => course);
    for (const [index, course] of courses.entries())
      for (const other of courses.slice(index + 1)) if (conflict(course, other)) count += 1;
  }
  return count;
}

function countUnavailable(instance: ProposalInstance, placements: readonly Placement[]): number {
  const unavailable = new Set(instance.unavailable.map(([course, period]) => `${course} ${period}`));
  return placements.filter(({ course, period }) => unavailable.has(`${course} ${period}`)).length;
}

function countIsolated(instance: ProposalInstance, placements: readonly Placement[]): number {
  const { periodsPerDay } = instance;
  return sum(instance.curricula, ({ courses }) => {
    const own = placements.filter(({ course }) => courses.includes(course));
    const periods = new Set(own.map(({ period }) => period));
    const isSameDay = (a: number, b: number) =>
      Math.floor(a / periodsPerDay) === Math.floor(b / periodsPerDay);
    const isTaken = (beside: number, period: number) => periods.has(beside) && isSameDay(beside, period);
    return own.filter(({ period }) => !isTaken(period - 1, period) && !isTaken(period + 1, period)).length;
  });
}

function sumOfCourses(
  instance: ProposalInstance,
  placements: readonly Placement[],
  cost: (own: readonly Placement[], course: ProposalInstance['courses'][number]) => number,
): number {
  return sum(instance.courses, (course, index) =>
    cost(
      placements.filter((each) => each.course === index),
      course,
    ),
  );
}

const sum = <T>(items: readonly T[], cost: (item: T, index: number) => number): number =>
  items.reduce((total, item, index) => total + cost(item, index), 0);
