import { type Placement, type ProposalInstance, periodsOf } from './instance';

/**
 * A timetable that is being changed lecture by lecture, with what each change costs. There is never more than one lecture
 * in a room and period, and every lecture has a place; what may be violated on the way are conflicts and availability.
 */
export interface SearchState {
  readonly lectures: number;
  readonly slots: number;
  /** The course of a lecture. */
  readonly courseOf: Int32Array;
  /** The slot (`period * rooms + room`) of a lecture; -1 while it is lifted. */
  readonly slotOf: Int32Array;
  /** The lecture in a slot; -1 for none. */
  readonly lectureAt: Int32Array;
  /** Violations so far: pairs in conflict, and lectures where they may not be. */
  hard: number;
  /** The competition's penalty. */
  soft: number;
  /** Violations a lecture of this course would cause in a period, from the lectures that lie there now. */
  hardAt(course: number, period: number): number;
  areInConflict(course: number, other: number): boolean;
  lift(lecture: number): void;
  place(lecture: number, slot: number): void;
  placements(): Placement[];
}

const WORKING_DAY = 5;
const ISOLATED = 2;

export function createSearchState(instance: ProposalInstance): SearchState {
  const { courses, rooms, curricula, periodsPerDay, days } = instance;
  const periods = periodsOf(instance);
  const roomCount = rooms.length;
  const courseOf = Int32Array.from(
    courses.flatMap(({ lectures }, course) => Array<number>(lectures).fill(course)),
  );
  const slotOf = new Int32Array(courseOf.length).fill(-1);
  const lectureAt = new Int32Array(periods * roomCount).fill(-1);

  const neighbours = conflictingCourses(instance);
  const conflicts = new Uint8Array(courses.length * courses.length);
  for (const [course, others] of neighbours.entries())
    for (const other of others) conflicts[course * courses.length + other] = 1;
  const curriculaOf = courses.map((_, course) =>
    Int32Array.from(curricula.flatMap((each, index) => (each.courses.includes(course) ? index : []))),
  );

  /** Per course and period: violations a further lecture of the course would cause there. */
  const hardCount = new Int32Array(courses.length * periods);
  for (const [course, period] of instance.unavailable) hardCount[course * periods + period] = 1;
  const overflow = Int32Array.from(
    courses.flatMap(({ students }) => rooms.map(({ capacity }) => Math.max(0, students - capacity))),
  );
  const minimumDays = Int32Array.from(courses.map((course) => course.minimumDays));
  const onDay = new Int32Array(courses.length * days);
  const daysUsed = new Int32Array(courses.length);
  const inRoom = new Int32Array(courses.length * roomCount);
  const roomsUsed = new Int32Array(courses.length);
  const ofCurriculum = new Int32Array(curricula.length * periods);

  const at = (array: Int32Array, index: number): number => array[index] ?? 0;

  /** Isolated lectures of a curriculum in a period, or 0 beyond the day. */
  function isolatedIn(curriculum: number, period: number, first: number, last: number): number {
    if (period < first || period > last) return 0;
    const base = curriculum * periods;
    const here = at(ofCurriculum, base + period);
    if (here === 0) return 0;
    if (period > first && at(ofCurriculum, base + period - 1) > 0) return 0;
    if (period < last && at(ofCurriculum, base + period + 1) > 0) return 0;
    return here;
  }

  const isolatedAround = (curriculum: number, period: number, first: number, last: number): number =>
    isolatedIn(curriculum, period - 1, first, last) +
    isolatedIn(curriculum, period, first, last) +
    isolatedIn(curriculum, period + 1, first, last);

  function changeCurricula(course: number, period: number, by: 1 | -1): number {
    const own = curriculaOf[course];
    if (!own) return 0;
    const first = period - (period % periodsPerDay);
    const last = first + periodsPerDay - 1;
    let change = 0;
    for (let index = 0; index < own.length; index += 1) {
      const curriculum = at(own, index);
      change -= isolatedAround(curriculum, period, first, last);
      ofCurriculum[curriculum * periods + period] = at(ofCurriculum, curriculum * periods + period) + by;
      change += isolatedAround(curriculum, period, first, last);
    }
    return ISOLATED * change;
  }

  function changeDays(course: number, period: number, by: 1 | -1): number {
    const index = course * days + Math.floor(period / periodsPerDay);
    const before = at(onDay, index);
    onDay[index] = before + by;
    if (before + by > 0 && before > 0) return 0;
    const used = at(daysUsed, course);
    const next = used + by;
    daysUsed[course] = next;
    const wanted = at(minimumDays, course);
    return WORKING_DAY * (Math.max(0, wanted - next) - Math.max(0, wanted - used));
  }

  function changeRooms(course: number, room: number, by: 1 | -1): number {
    const index = course * roomCount + room;
    const before = at(inRoom, index);
    inRoom[index] = before + by;
    if (before + by > 0 && before > 0) return by * at(overflow, index);
    const used = at(roomsUsed, course);
    roomsUsed[course] = used + by;
    return by * at(overflow, index) + Math.max(0, used + by - 1) - Math.max(0, used - 1);
  }

  /** Two lectures of one course in a period conflict as well. */
  function changeConflicts(course: number, period: number, by: 1 | -1): void {
    const others = neighbours[course];
    if (!others) return;
    for (let index = 0; index < others.length; index += 1) {
      const key = at(others, index) * periods + period;
      hardCount[key] = at(hardCount, key) + by;
    }
  }

  return {
    lectures: courseOf.length,
    slots: lectureAt.length,
    courseOf,
    slotOf,
    lectureAt,
    hard: 0,
    soft: courses.reduce((sum, course) => sum + WORKING_DAY * course.minimumDays, 0),
    hardAt: (course, period) => at(hardCount, course * periods + period),
    areInConflict: (course, other) => conflicts[course * courses.length + other] === 1,
    lift(lecture) {
      const slot = at(slotOf, lecture);
      const course = at(courseOf, lecture);
      const period = Math.floor(slot / roomCount);
      changeConflicts(course, period, -1);
      this.hard -= at(hardCount, course * periods + period);
      this.soft +=
        changeCurricula(course, period, -1) +
        changeDays(course, period, -1) +
        changeRooms(course, slot - period * roomCount, -1);
      lectureAt[slot] = -1;
      slotOf[lecture] = -1;
    },
    place(lecture, slot) {
      const course = at(courseOf, lecture);
      const period = Math.floor(slot / roomCount);
      this.hard += at(hardCount, course * periods + period);
      changeConflicts(course, period, 1);
      this.soft +=
        changeCurricula(course, period, 1) +
        changeDays(course, period, 1) +
        changeRooms(course, slot - period * roomCount, 1);
      lectureAt[slot] = lecture;
      slotOf[lecture] = slot;
    },
    placements: () =>
      Array.from(slotOf, (slot, lecture) => {
        const period = Math.floor(slot / roomCount);
        return { course: at(courseOf, lecture), room: slot - period * roomCount, period };
      }),
  };
}

/** By course: itself, those of the same teacher, and those of a curriculum of it. */
function conflictingCourses({ courses, curricula }: ProposalInstance): Int32Array[] {
  return courses.map(({ teacher }, course) => {
    const others = new Set([course]);
    for (const [other, each] of courses.entries()) if (each.teacher === teacher) others.add(other);
    for (const curriculum of curricula)
      if (curriculum.courses.includes(course)) for (const other of curriculum.courses) others.add(other);
    return Int32Array.from(others);
  });
}
