import { WriteDepartment } from '@/lib/contracts/http/department-requests';
import { listDepartments } from '../department/queries';
import { writeDepartment } from '../department/write-department';
import { wrongField } from '../problem';
import { checked, compare, type RosterRun, repeated, requireParent, Skipped, settle } from './roster-run';

const taken = new Set(['department', 'school']);
const others = new Set(['district', 'local', 'state', 'national']);
const columns = { code: 'identifier', name: 'name', other: 'identifier' };

/** Departments and schools become departments; what stands above them is passed over. */
export async function importOrgs(run: RosterRun): Promise<void> {
  const rows = run.rows.orgs;
  const codeOf = (row: (typeof rows)[number]) => row.identifier || row.sourcedId;
  const twice = repeated(rows.filter(({ type }) => taken.has(type)).map(codeOf));
  const known = new Map((await listDepartments(run.tx)).map((each) => [each.id, each]));
  for (const row of rows)
    await settle(run, { part: 'orgs', row, label: row.name, columns }, async () => {
      if (others.has(row.type)) throw new Skipped('type');
      if (!taken.has(row.type)) throw wrongField('type', 'unknown', 'Is no type of an organisation');
      requireParent(run, 'orgs', row.parentSourcedId);
      const department = checked(WriteDepartment, { code: codeOf(row), name: row.name });
      if (twice.has(department.code)) throw wrongField('code', 'twice', 'Two have this code');
      const link = run.links.find('orgs', row.sourcedId);
      const before = link
        ? (known.get(link.targetId) ?? null)
        : ([...known.values()].find(({ code }) => code === department.code) ?? null);
      if (before && !link && run.links.sourceOf('orgs', before.id) !== undefined)
        throw wrongField('code', 'taken', 'Another has this code');
      const { kind, changes } = compare(
        before && { code: before.code, name: before.name },
        department,
        link !== undefined,
      );
      if (before && changes.length === 0) return { kind, id: before.id };
      const written = await writeDepartment(run.unitOfWork, { ...run, id: before?.id, department });
      known.set(written.id, written);
      return { kind, changes, id: written.id };
    });
}
