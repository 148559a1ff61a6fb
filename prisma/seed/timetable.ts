import type { SqlTx } from '@/lib/infra/db/sql';
import { seedCourses } from './courses';
import { departments, seedId } from './people';
import { type SeedTerm, seedTerms } from './terms';

const DAYS = 5;
const STARTS = [9 * 60, 11 * 60, 14 * 60] as const;
const MINUTES = 90;
const LECTURES = 2;
const SEATS = 60;

export interface SeedEntry {
  readonly id: string;
  readonly courseId: string;
  readonly roomId: string;
  readonly facultyId: string | null;
  readonly dayOfWeek: number;
  readonly startMinute: number;
  readonly endMinute: number;
}

const roomId = (departmentCode: string) => seedId(`room ${departmentCode}`);

/**
 * Two lectures a week of every course of a term. A department has one room, and one class at a time: so neither its room, nor
 * its teachers, nor its students are needed twice.
 */
export function seedEntries(term: SeedTerm): SeedEntry[] {
  const courses = seedCourses(term);
  return departments.flatMap(({ code }) =>
    courses
      .filter(({ departmentCode }) => departmentCode === code)
      .flatMap(({ id, faculty }, index) =>
        Array.from({ length: LECTURES }, (_, lecture) => {
          const slot = index * LECTURES + lecture;
          const startMinute = STARTS[Math.floor(slot / DAYS)] ?? STARTS[0];
          return {
            id: seedId(`entry ${id} ${lecture}`),
            courseId: id,
            roomId: roomId(code),
            facultyId: faculty[0] ?? null,
            dayOfWeek: (slot % DAYS) + 1,
            startMinute,
            endMinute: startMinute + MINUTES,
          };
        }),
      ),
  );
}

/** The published timetable of the demo courses of this half-year. Run again it adds what is missing. */
export async function seedTimetable(sql: SqlTx, now = new Date()): Promise<void> {
  const [, current] = seedTerms(now);
  const rooms = departments.map(({ code }) => ({ id: roomId(code), code: `${code}-1`, capacity: SEATS }));
  await sql.query(ROOMS, [JSON.stringify(rooms)]);
  const entries = JSON.stringify(seedEntries(current));
  await sql.query(TIMETABLES, [entries]);
  await sql.query(ENTRIES, [entries]);
}

const ROOMS = `
  INSERT INTO room (id, code, capacity)
  SELECT id, code, capacity FROM json_to_recordset($1::json) AS room (id uuid, code text, capacity int)
  ON CONFLICT DO NOTHING`;

const TIMETABLES = `
  INSERT INTO timetable (id, term_id, department_id, published_at)
  SELECT gen_random_uuid(), course.term_id, course.department_id, now()
  FROM (SELECT DISTINCT "courseId" FROM json_to_recordset($1::json) AS entry ("courseId" uuid)) AS entry
  JOIN course ON course.id = entry."courseId" WHERE course.department_id IS NOT NULL
  GROUP BY course.term_id, course.department_id
  ON CONFLICT DO NOTHING`;

// What is drafted is what is published: there is nothing to publish yet.
const ENTRIES = `
  INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, faculty_id, room_id, day_of_week, start_minute,
    end_minute)
  SELECT entry.id, state, timetable.id, course.id, teacher.id, room.id, entry."dayOfWeek", entry."startMinute",
    entry."endMinute"
  FROM json_to_recordset($1::json) AS entry (id uuid, "courseId" uuid, "roomId" uuid, "facultyId" uuid,
    "dayOfWeek" int, "startMinute" int, "endMinute" int)
  JOIN course ON course.id = entry."courseId"
  JOIN timetable ON timetable.term_id = course.term_id AND timetable.department_id = course.department_id
  LEFT JOIN room ON room.id = entry."roomId"
  LEFT JOIN app_user AS teacher ON teacher.id = entry."facultyId"
  CROSS JOIN unnest(enum_range(NULL::entry_state)) AS state
  ON CONFLICT DO NOTHING`;
