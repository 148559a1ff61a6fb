import type { CourseSeats } from '@/lib/contracts/http/course';
import type { Room } from '@/lib/contracts/pushes/rooms';
import type { PushPayload } from '@/lib/contracts/pushes/socket';
import { gatherChanges } from '@/server/gather/gather-changes';

/** How full a course is, is everybody's to see: on the day enrolment opens each catalogue moves a few times a second. */
export function createSeatGatherer(services: {
  measure: (courseIds: readonly string[]) => Promise<CourseSeats[]>;
  push: (rooms: readonly Room[], payload: PushPayload<'course:seats'>) => void;
  onError: (error: unknown) => void;
}) {
  const { measure, push, onError } = services;
  const { add, stop } = gatherChanges({
    onError,
    tell: async (ids) => {
      for (const seats of await measure(ids)) push(['all'], seats);
    },
  });
  return { seatsChanged: add, stop };
}
