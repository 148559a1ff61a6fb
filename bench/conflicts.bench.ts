import { findConflicts, type PlannedClass } from '@/lib/domain/timetable/find-conflicts';
import type { Bench } from './bench';
import { quantile } from './rounds';

const ENTRIES = 5_000;
const ROUNDS = 100;
const MOST_MS = 20;

const bench: Bench = {
  about: `How long the search for conflicts takes over ${ENTRIES.toLocaleString('en-US')} entries of one term: ${ENTRIES / 2} courses with two classes each, in 100 rooms, with 599 teachers, each course with students in common with ten others. ${ROUNDS} searches one after the other; the baseline compares every entry with every other by its time alone.`,
  async run() {
    const { classes, surroundings } = plan();
    const taken = { ours: [] as number[], baseline: [] as number[] };
    let conflicts = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.ours.push(
        timedMs(() => {
          conflicts = findConflicts(classes, surroundings).length;
        }),
      );
      if (round < 5) taken.baseline.push(timedMs(() => compareAll(classes)));
    }
    const [ours, baseline] = [quantile(taken.ours, 0.95), quantile(taken.baseline, 0.5)];
    return [
      {
        what: `conflicts of ${ENTRIES.toLocaleString('en-US')} entries, p95 (${conflicts} found)`,
        ours: `${ours.toFixed(1)} ms`,
        baseline: `${baseline.toFixed(1)} ms`,
        ratio: ours / baseline,
        target: `at most ${MOST_MS} ms`,
        met: ours <= MOST_MS,
      },
    ];
  },
};
export default bench;

function plan() {
  const courses = ENTRIES / 2;
  const classes: PlannedClass[] = Array.from({ length: ENTRIES }, (_, index) => {
    // Fifty times in the week; the second class of a course is at another time than its first.
    const time = (index + Math.floor(index / courses) * 13) % 50;
    const startMinute = 480 + (time % 10) * 60;
    const firstDay = 20_000 + Math.floor(time / 10);
    return {
      entryId: `entry-${index}`,
      courseId: `course-${index % courses}`,
      facultyId: `faculty-${index % 599}`,
      roomId: `room-${Math.floor(index / 50) + (index % 97 === 0 ? 1 : 0)}`,
      slot: { firstDay, lastDay: firstDay + 98, stepDays: 7, startMinute, endMinute: startMinute + 60 },
    };
  });
  const common = new Map(
    Array.from({ length: courses }, (_, index) => {
      const others = Array.from({ length: 10 }, (_each, near) => (index + near - 5 + courses) % courses);
      return [`course-${index}`, new Map(others.map((other) => [`course-${other}`, 7]))] as const;
    }),
  );
  return { classes, surroundings: { seats: new Map(), students: new Map(), common, unavailable: [] } };
}

function compareAll(classes: readonly PlannedClass[]): number {
  let found = 0;
  for (const [index, { slot: a }] of classes.entries())
    for (let next = index + 1; next < classes.length; next += 1) {
      const b = classes[next]?.slot;
      if (b && a.startMinute < b.endMinute && b.startMinute < a.endMinute) found += 1;
    }
  return found;
}

function timedMs(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
