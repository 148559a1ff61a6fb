import type { MarksSaved } from '@/lib/contracts/http/attendance';
import type { MarkAll, SaveMarks } from '@/lib/contracts/http/attendance-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import type { SignedIn } from '../session/authenticate';
import { listStudents } from './list-students';
import { type RecordedMarks, recordMarks } from './record-marks';
import { takeSession } from './take-session';

interface Request {
  readonly actor: SignedIn;
  readonly correlationId: string;
  readonly timeZone: string;
  readonly id: string;
}

/**
 * Marks students of a class, one or many, all or nothing.
 * @throws {DomainProblem} as `takeSession` and `recordMarks`
 */
export async function saveMarks(
  unitOfWork: UnitOfWork,
  request: Request & { given: SaveMarks },
): Promise<MarksSaved> {
  const { given, actor, correlationId } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const session = await takeSession(tx, request);
    const source = session.state === 'closed' ? 'correction' : 'roster';
    const common = { session, by: actor.userId, source, correlationId } as const;
    return saved(await recordMarks(tx, { ...common, ...given }));
  });
}

/**
 * Gives the whole class one mark, or all who have none: by one statement, told by one event.
 * @throws {DomainProblem} as {@link saveMarks}
 */
export async function markAll(
  unitOfWork: UnitOfWork,
  request: Request & { given: MarkAll },
): Promise<MarksSaved> {
  const { given, actor, correlationId } = request;
  return unitOfWork.run({ correlationId }, async (tx) => {
    const session = await takeSession(tx, request);
    const ids = await listStudents(tx, session, given.only_unmarked);
    const source = session.state === 'closed' ? 'correction' : 'roster';
    return saved(
      await recordMarks(tx, {
        session,
        marks: ids.map((student_id) => ({ student_id, status: given.status, custom_code: '' })),
        by: actor.userId,
        source,
        reason: given.reason,
        correlationId,
        bulk: 'manual',
      }),
    );
  });
}

const saved = ({ marks, counts }: RecordedMarks): MarksSaved => ({
  marks: [...marks],
  counts,
  saved_at: new Date().toISOString(),
});
