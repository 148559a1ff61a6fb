import type { Placement, ProposalInstance } from './instance';
import { createRandom } from './random';
import { createSearchState, type SearchState } from './search-state';

export interface ProposalProgress {
  /** From 0 to 1: how much of the time has gone. */
  readonly done: number;
  /** Of the best so far. */
  readonly violations: number;
  readonly penalty: number;
}

export interface Proposal extends ProposalProgress {
  readonly placements: readonly Placement[];
  /** Changes that were tried. */
  readonly tried: number;
}

export interface ProposalOptions {
  readonly seconds: number;
  readonly seed?: number;
  /** Lectures that stay where they are; at most one in a room and period. */
  readonly locked?: readonly Placement[];
  readonly onProgress?: (progress: ProposalProgress) => void;
  readonly shouldStop?: () => boolean;
  /** Seconds that have gone since some moment. */
  readonly clock?: () => number;
}

/** What a violation weighs beside a penalty of 1. */
const VIOLATION = 60;
const HOT = 30;
const COLD = 0.12;
/** No change of two lectures gains more than this often enough to try it against a violation. */
const LIKELY_GAIN = 40;
const LOOK_EVERY = 2_048;

/**
 * Proposes a timetable by simulated annealing over the two changes "move a lecture" and "exchange two" (R. Bellio,
 * S. Ceschia, L. Di Gaspero, A. Schaerf, T. Urli, "Feature-based tuning of simulated annealing applied to the curriculum-based
 * course timetabling problem", 2016), cooled by the clock so that it ends when its time is over. The best found so far is
 * returned, also when it is told to stop.
 */
export function proposeTimetable(instance: ProposalInstance, options: ProposalOptions): Proposal {
  const search = searchTimetable(instance, options);
  let told = 0;
  for (;;) {
    const { done: isOver, value } = search.next();
    if (isOver) return value;
    if (value === null || (value.done < 1 && value.done - told < 0.01)) continue;
    told = value.done;
    options.onProgress?.({ done: value.done, violations: value.violations, penalty: value.penalty });
  }
}

/**
 * The same in small steps of about a millisecond, so that a process can do other things between them. Each step gives the
 * best so far; `null` while the first places are sought, before the clock starts.
 */
export function* searchTimetable(
  instance: ProposalInstance,
  options: Omit<ProposalOptions, 'onProgress'>,
): Generator<Proposal | null, Proposal, undefined> {
  const random = createRandom(options.seed ?? 1);
  const clock = options.clock ?? (() => performance.now() / 1_000);
  const state = createSearchState(instance);
  const free = yield* placeAll(state, instance, options.locked ?? []);
  const best = createBest(state);
  const began = clock();
  const anneal = createAnnealing(state, instance.rooms.length, free, random);
  let tried = 0;
  let done = 0;
  while (done < 1 && !best.isPerfect() && free.length > 0 && !options.shouldStop?.()) {
    const heat = HOT * (COLD / HOT) ** done;
    anneal(heat, best.keep);
    tried += LOOK_EVERY;
    done = Math.min(1, (clock() - began) / options.seconds);
    yield { ...best.result(), done, tried };
  }
  return { ...best.result(), done, tried };
}

/** Tries {@link LOOK_EVERY} changes at one temperature. */
function createAnnealing(state: SearchState, rooms: number, free: Int32Array, random: () => number) {
  const { courseOf, slotOf, lectureAt } = state;
  const isFree = new Uint8Array(state.lectures);
  for (const lecture of free) isFree[lecture] = 1;
  const cost = () => VIOLATION * state.hard + state.soft;

  return (heat: number, keep: () => void): void => {
    for (let turn = 0; turn < LOOK_EVERY; turn += 1) {
      const lecture = free[Math.floor(random() * free.length)] ?? 0;
      const from = slotOf[lecture] ?? 0;
      const to = Math.floor(random() * state.slots);
      const other = lectureAt[to] ?? -1;
      const course = courseOf[lecture] ?? 0;
      const otherCourse = other === -1 ? -1 : (courseOf[other] ?? 0);
      if (course === otherCourse || (other !== -1 && isFree[other] === 0)) continue;
      const accepted = -heat * Math.log(random());

      const [fromPeriod, toPeriod] = [Math.floor(from / rooms), Math.floor(to / rooms)];
      if (fromPeriod !== toPeriod) {
        const touch = other !== -1 && state.areInConflict(course, otherCourse) ? 1 : 0;
        // Each lecture counts once in its own place.
        let violations = state.hardAt(course, toPeriod) - touch - (state.hardAt(course, fromPeriod) - 1);
        if (other !== -1)
          violations +=
            state.hardAt(otherCourse, fromPeriod) - touch - (state.hardAt(otherCourse, toPeriod) - 1);
        if (VIOLATION * violations > accepted + LIKELY_GAIN) continue;
      }

      const before = cost();
      exchange(state, lecture, from, other, to);
      const change = cost() - before;
      if (change > accepted) exchange(state, lecture, to, other, from);
      else if (change < 0) keep();
    }
  };
}

function exchange(state: SearchState, lecture: number, from: number, other: number, to: number): void {
  state.lift(lecture);
  if (other !== -1) state.lift(other);
  state.place(lecture, to);
  if (other !== -1) state.place(other, from);
}

function createBest(state: SearchState) {
  let hard = state.hard;
  let soft = state.soft;
  let placements = state.placements();
  return {
    keep() {
      if (state.hard > hard || (state.hard === hard && state.soft >= soft)) return;
      hard = state.hard;
      soft = state.soft;
      placements = state.placements();
    },
    isPerfect: () => hard === 0 && soft === 0,
    result: () => ({ placements, violations: hard, penalty: soft }),
  };
}

/** Places the locked lectures, then the others where they harm least now. Returns those that may move. */
function* placeAll(
  state: SearchState,
  instance: ProposalInstance,
  locked: readonly Placement[],
): Generator<null, Int32Array, undefined> {
  const left = new Set(state.courseOf.keys());
  const take = (course: number) => {
    for (const lecture of left) if (state.courseOf[lecture] === course) return lecture;
    throw new Error(`more lectures of ${instance.courses[course]?.id} are locked than there are`);
  };
  for (const { course, room, period } of locked) {
    const slot = period * instance.rooms.length + room;
    if (state.lectureAt[slot] !== -1) throw new Error(`two lectures are locked in one room and period`);
    const lecture = take(course);
    left.delete(lecture);
    state.place(lecture, slot);
  }
  const free = Int32Array.from(left);
  const byStudents = [...free].sort((a, b) => studentsOf(b) - studentsOf(a));
  function studentsOf(lecture: number): number {
    return instance.courses[state.courseOf[lecture] ?? 0]?.students ?? 0;
  }
  for (const lecture of byStudents) {
    state.place(lecture, leastHarm(state, lecture));
    yield null;
  }
  return free;
}

function leastHarm(state: SearchState, lecture: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let slot = 0; slot < state.slots; slot += 1) {
    if (state.lectureAt[slot] !== -1) continue;
    state.place(lecture, slot);
    const cost = VIOLATION * state.hard + state.soft;
    state.lift(lecture);
    if (cost < least) [best, least] = [slot, cost];
  }
  return best;
}
