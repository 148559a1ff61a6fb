import { v7 as uuidv7 } from 'uuid';
import type { TimetableView } from '@/lib/contracts/http/plan';
import type { CreateTimetable } from '@/lib/contracts/http/timetable-requests';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem, wrongField } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { timetablePayload } from './entry-payload';
import { readTimetable } from './list-timetables';

interface Request {
  actor: SignedIn;
  correlationId: string;
}

/**
 * An empty plan of a department for a term.
 * @throws {DomainProblem} `request.invalid` for an unknown term or department; `timetable.exists`
 */
export async function createTimetable(
  unitOfWork: UnitOfWork,
  request: Request & { draft: CreateTimetable },
): Promise<TimetableView> {
  const { actor, draft } = request;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const known = await tx.query<{ term: boolean; department: boolean }>(
      `SELECT EXISTS (SELECT FROM term WHERE id = $1) AS term,
         EXISTS (SELECT FROM department WHERE id = $2) AS department`,
      [draft.term_id, draft.department_id],
    );
    if (!known.rows[0]?.term) throw wrongField('term_id', 'unknown', 'There is no such term');
    if (!known.rows[0].department)
      throw wrongField('department_id', 'unknown', 'There is no such department');
    const id = uuidv7();
    const { rowCount } = await tx.query(
      `INSERT INTO timetable (id, term_id, department_id, name, created_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (term_id, department_id) DO NOTHING`,
      [id, draft.term_id, draft.department_id, draft.name, actor.userId],
    );
    if (rowCount === 0) throw new DomainProblem('timetable.exists');
    tx.publish('TIMETABLE_CREATED', {
      ...(await timetablePayload(tx, id)),
      created_by: actor.userId,
      created_at: new Date().toISOString(),
    });
    const view = await readTimetable(tx, id);
    const change = { action: 'timetable.created', subjectKind: 'timetable', subjectId: id };
    await recordChange(tx, request, { ...change, before: null, after: { ...view } });
    return view;
  });
}
