import { v7 as uuidv7 } from 'uuid';
import type { WriteDepartment } from '@/lib/contracts/http/department-requests';
import type { DepartmentView } from '@/lib/contracts/http/me';
import type { UnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { recordChange } from '../audit/record-change';
import { DomainProblem } from '../problem';
import type { SignedIn } from '../session/authenticate';
import { listDepartments } from './queries';

/**
 * A new department, or (with `id`) the whole of one anew.
 * @throws {DomainProblem} `catalogue.code_taken`, `resource.not_found`
 */
export async function writeDepartment(
  unitOfWork: UnitOfWork,
  request: { actor: SignedIn; correlationId: string; id?: string | undefined; department: WriteDepartment },
): Promise<DepartmentView> {
  const { code, name } = request.department;
  return unitOfWork.run({ correlationId: request.correlationId }, async (tx) => {
    const known = await listDepartments(tx);
    const before = known.find(({ id }) => id === request.id) ?? null;
    if (request.id !== undefined && !before) throw new DomainProblem('resource.not_found');
    const after = { id: before?.id ?? uuidv7(), code, name };
    const { rowCount } = await tx.query(WRITE, [after.id, code, name]);
    if (rowCount === 0) throw new DomainProblem('catalogue.code_taken');
    const action = before ? 'department.edited' : 'department.created';
    await recordChange(tx, request, {
      action,
      subjectKind: 'department',
      subjectId: after.id,
      before,
      after,
    });
    return after;
  });
}

const WRITE = `
  INSERT INTO department (id, code, name)
  SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM department WHERE code = $2 AND id <> $1)
  ON CONFLICT (id) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name`;
