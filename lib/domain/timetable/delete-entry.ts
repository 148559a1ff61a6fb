import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { takeDraft, viewDraft } from './draft-entry';
import { entryPayload, timetablePayload } from './entry-payload';
import { raiseVersion, takeTimetableOfEntry } from './take-timetable';

/** Takes a class out of a draft. @throws {DomainProblem} `resource.not_found`, `precondition.failed` */
export async function deleteEntry(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; entryId: string; ifMatch: number | null },
): Promise<void> {
  const { actor, entryId, ifMatch } = request;
  await unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const timetable = await takeTimetableOfEntry(tx, entryId);
    const before = await takeDraft(tx, timetable, entryId);
    if (ifMatch !== null && ifMatch !== before.version)
      throw new DomainProblem('precondition.failed', { current: await viewDraft(tx, timetable, before) });
    await tx.query(`DELETE FROM timetable_entry WHERE entry_id = $1 AND state = 'draft'`, [entryId]);
    await raiseVersion(tx, timetable.id);
    tx.publish('ENTRY_DELETED', {
      ...(await timetablePayload(tx, timetable.id)),
      is_published: false,
      entry: entryPayload(before),
      reason: '',
      deleted_by: actor.userId,
      deleted_at: new Date().toISOString(),
    });
  });
}
