import type { TimetableView } from '@/lib/contracts/http/plan';
import type { EditTimetable } from '@/lib/contracts/http/plan-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { timetablePayload } from './entry-payload';
import { readTimetable } from './list-timetables';
import { raiseVersion, takeTimetable } from './take-timetable';

/** Names it otherwise. @throws {DomainProblem} `resource.not_found`, `precondition.failed` */
export async function renameTimetable(
  unitOfWork: UnitOfWork,
  request: {
    actor: SignedIn;
    correlationId: string;
    id: string;
    ifMatch: number;
    change: EditTimetable;
  },
): Promise<TimetableView> {
  const { actor, id } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const timetable = await takeTimetable(tx, id);
    const before = await readTimetable(tx, id);
    if (request.ifMatch !== timetable.version)
      throw new DomainProblem('precondition.failed', { current: before });
    const { name } = request.change;
    if (name === before.name) return before;
    await tx.query('UPDATE timetable SET name = $2 WHERE id = $1', [id, name]);
    await raiseVersion(tx, id);
    tx.publish('TIMETABLE_UPDATED', {
      ...(await timetablePayload(tx, id)),
      is_published: timetable.published_at !== null,
      changes: { name: { old_value: before.name, new_value: name } },
      updated_by: actor.userId,
      updated_at: new Date().toISOString(),
    });
    const change = { action: 'timetable.renamed', subjectKind: 'timetable', subjectId: id };
    await recordChange(tx, request, { ...change, before: { name: before.name }, after: { name } });
    return readTimetable(tx, id);
  });
}
