import type { CourseUse } from '@/lib/contracts/http/course';
import { isUuid } from '@/lib/infra/db/is-uuid';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';

/** Who would lose what if a course were deleted. @throws {DomainProblem} `resource.not_found` */
export async function measureUse(sql: SqlTx, id: string): Promise<CourseUse> {
  const { rows } = isUuid(id) ? await sql.query<CourseUse>(USE, [id]) : { rows: [] };
  if (!rows[0]) throw new DomainProblem('resource.not_found');
  return rows[0];
}

const USE = `
  SELECT count(*) FILTER (WHERE enrollment.status = 'enrolled')::int AS enrolled,
    count(*) FILTER (WHERE enrollment.status = 'offered')::int AS offered,
    count(*) FILTER (WHERE enrollment.status = 'waitlisted')::int AS waiting,
    count(*) FILTER (WHERE enrollment.status IN ('completed', 'failed'))::int AS graded,
    (SELECT count(*)::int FROM timetable_entry WHERE course_id = course.id AND state = 'published') AS classes
  FROM course LEFT JOIN enrollment ON enrollment.course_id = course.id
  WHERE course.id = $1 AND course.deleted_at IS NULL
  GROUP BY course.id`;
