import { settleCourseMembers } from '@/lib/domain/conversation/settle-course-members';
import { tellWaiting } from '@/lib/domain/conversation/tell-waiting';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { type RunningTurns, runTurns } from '@/server/turns/run-turns';

/** How late the screens learn who has come to a course or left it; what they may read does not wait for it. */
const TURN_MS = 2_000;

/**
 * Brings conversations of courses to who is in the courses, and tells those for whom something waits. Like the clock: what is
 * to be done is a condition over rows, any number of processes may look, and a row is locked by one.
 */
export function keepConversations(options: {
  unitOfWork: UnitOfWork;
  correlationId: () => string;
  onError: (error: unknown) => void;
}): RunningTurns {
  const { unitOfWork, correlationId, onError } = options;
  return runTurns({
    everyMs: TURN_MS,
    async turn(isStopped) {
      for (const act of [settleCourseMembers, tellWaiting])
        while (!isStopped() && (await unitOfWork.run({ correlationId: correlationId() }, act)));
      return 'wait';
    },
    onError,
  });
}
