import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { sqlOf } from '@/lib/infra/db/sql';
import { createCourse, createEntry } from '../tests/timetable-world';
import { ask } from './ask-api';
import type { Portal } from './portal-test';
import { withProductDatabase } from './product-database';

export interface OwnCourse {
  readonly id: string;
  readonly code: string;
  /** Their ids, in the order of their addresses. */
  readonly students: readonly string[];
  /** `2026-11-27`, in no time zone later than yesterday. */
  readonly yesterday: string;
}

/**
 * A course of its own for a test, with these people of the product, by their addresses. It is of the demo's own term: with
 * another one at the same time, pages would have to choose. It goes when the test has closed its pages.
 */
export async function makeCourse(
  portal: Portal,
  given: { faculty: readonly string[]; students: readonly string[]; isPlannedDaily?: boolean },
): Promise<OwnCourse> {
  return withProductDatabase(async (client) => {
    const sql = sqlOf(client);
    const idsOf = async (emails: readonly string[]) => {
      const { rows } = await sql.query<{ id: string }>(
        `SELECT app_user.id FROM unnest($1::text[]) WITH ORDINALITY AS given (email, n) JOIN app_user USING (email) ORDER BY n`,
        [emails],
      );
      return rows.map(({ id }) => id);
    };
    const { rows } = await sql.query<{ term: string; timetable: string; yesterday: string }>(
      `SELECT term.id AS term, timetable.id AS timetable, to_char(current_date - 1, 'YYYY-MM-DD') AS yesterday
       FROM timetable JOIN term ON term.id = term_id WHERE current_date BETWEEN starts_on AND ends_on LIMIT 1`,
    );
    const [current] = rows;
    if (!current) throw new Error('the demo has no term now');
    const code = `E${randomUUID().slice(0, 7).toUpperCase()}`;
    const students = await idsOf(given.students);
    const faculty = await idsOf(given.faculty);
    const id = await createCourse(sql, { code, termId: current.term, students, faculty });
    portal.atTheEnd(() => removeCourse(id));
    if (given.isPlannedDaily)
      for (let dayOfWeek = 1; dayOfWeek <= 7; dayOfWeek += 1)
        await createEntry(sql, {
          ...{ timetableId: current.timetable, courseId: id, dayOfWeek },
          ...{ startMinute: 1_320, endMinute: 1_380 },
        });
    return { id, code, students, yesterday: current.yesterday };
  });
}

async function removeCourse(id: string): Promise<void> {
  await withProductDatabase(async (client) => {
    const { rows } = await client.query('DELETE FROM course WHERE id = $1 RETURNING subject_id', [id]);
    for (const { subject_id } of rows) await client.query('DELETE FROM subject WHERE id = $1', [subject_id]);
  });
}

/** A class of the course that is held all day today, beside the timetable. Gives its id. */
export async function openClassOfToday(page: Page, { id: course_id }: OwnCourse): Promise<string> {
  const { today } = await ask(page, 'GET', '/api/attendance/sessions');
  const times = { start_time: '00:00', end_time: '23:59' };
  const given = { course_id, day: today, ...times, title: 'Catch-up lecture' };
  return (await ask(page, 'POST', '/api/attendance/sessions', given)).id;
}
