import { type Placement, type ProposalInstance, periodsOf } from './instance';

/** The competition's own format: one line a lecture, `course room day period`. */
export function writeSolution(instance: ProposalInstance, placements: readonly Placement[]): string {
  const { periodsPerDay } = instance;
  return placements
    .map(({ course, room, period }) =>
      [
        instance.courses[course]?.id,
        instance.rooms[room]?.id,
        Math.floor(period / periodsPerDay),
        period % periodsPerDay,
      ].join(' '),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** @throws {Error} with the line that names something the instance does not have */
export function readSolution(instance: ProposalInstance, text: string): Placement[] {
  const lines = text.split(/\r\n|\n/).map((line) => line.trim());
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const [courseId, roomId, day, place, ...more] = line.split(/\s+/);
    const course = instance.courses.findIndex(({ id }) => id === courseId);
    const room = instance.rooms.findIndex(({ id }) => id === roomId);
    const period = Number(day) * instance.periodsPerDay + Number(place);
    const isThere = Number.isInteger(period) && period >= 0 && period < periodsOf(instance);
    const isInDay = Number(place) < instance.periodsPerDay;
    if (course === -1 || room === -1 || !isThere || !isInDay || more.length > 0)
      throw new Error(`line ${index + 1}: "${line}" is no lecture of ${instance.name}`);
    return [{ course, room, period }];
  });
}
