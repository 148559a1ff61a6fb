import { WriteSubject } from '@/lib/contracts/http/course-requests';
import { wrongField } from '../problem';
import { findSubjects } from '../subject/queries';
import { writeSubject } from '../subject/write-subject';
import { checked, compare, findTarget, type RosterRun, repeated, settle } from './roster-run';

const columns = { code: 'courseCode', name: 'title', department_id: 'orgSourcedId', other: 'courseCode' };

/** Courses of the standard are what is taught from year to year: subjects. */
export async function importCourses(run: RosterRun): Promise<void> {
  const rows = run.rows.courses;
  const found = await findSubjects(run.tx, {
    ids: rows.flatMap(({ sourcedId }) => run.links.find('courses', sourcedId)?.targetId ?? []),
    codes: rows.map(({ courseCode }) => courseCode),
  });
  const byId = new Map(found.map((subject) => [subject.id, subject]));
  const byCode = new Map(found.map((subject) => [subject.code, subject]));
  const twice = repeated(rows.map(({ courseCode }) => courseCode));
  for (const row of rows)
    await settle(run, { part: 'courses', row, label: row.title, columns }, async () => {
      const link = run.links.find('courses', row.sourcedId);
      const before = (link ? byId.get(link.targetId) : byCode.get(row.courseCode)) ?? null;
      const org = row.orgSourcedId && findTarget(run, 'orgs', row.orgSourcedId, 'orgSourcedId');
      const subject = checked(WriteSubject, {
        code: row.courseCode,
        name: row.title,
        department_id: org || (before?.department?.id ?? null),
        description: before?.description,
        credits: before?.credits,
        prerequisite_ids: before?.prerequisites.map(({ id }) => id),
      });
      if (twice.has(row.courseCode)) throw wrongField('courseCode', 'twice', 'Two have this code');
      if (before && !link && run.links.sourceOf('courses', before.id) !== undefined)
        throw wrongField('courseCode', 'taken', 'Another has this code');
      const old = before && {
        code: before.code,
        name: before.name,
        department: before.department?.id ?? null,
      };
      const after = { code: subject.code, name: subject.name, department: subject.department_id };
      const { kind, changes } = compare(old, after, link !== undefined);
      if (before && changes.length === 0) return { kind, id: before.id };
      const written = await writeSubject(run.unitOfWork, {
        ...run,
        ...(before && { over: { id: before.id, ifMatch: before.version } }),
        subject,
      });
      return { kind, changes: changes.map((change) => withCodes(change, before, written)), id: written.id };
    });
}

type Change = ReturnType<typeof compare>['changes'][number];
interface InDepartment {
  readonly department: { readonly code: string } | null;
}

/** A department is shown by its code. */
const withCodes = (change: Change, before: InDepartment | null, after: InDepartment): Change =>
  change.field === 'department'
    ? { ...change, old_value: before?.department?.code ?? null, new_value: after.department?.code ?? null }
    : change;
