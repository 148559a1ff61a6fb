import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask } from './ask-api';
import { expectClean } from './expect-clean';
import { expect, test } from './portal-test';
import { withProductDatabase } from './product-database';
import { accounts } from './sign-in';

test('an absence moves the student’s page and bell at once and says what can still be missed; a correction takes it back; a classmate sees nothing', async ({
  portal,
}) => {
  test.slow(); // three people at three screens
  const code = `L${Date.now().toString(36).toUpperCase()}`;
  const course = await makeCourse(code);
  try {
    const [faculty, student, classmate] = [
      await portal.visit('faculty'),
      await portal.visit('student'),
      await portal.visit('student2'),
    ];
    const row = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ hasText: code });
    for (const page of [student, classmate]) {
      await page.goto('/attendance');
      await expect(row(page).first()).toContainText('No class counts yet');
    }
    const mark = async (hour: number, status: string) => {
      const session = await ask(faculty, 'POST', '/api/attendance/sessions', {
        course_id: course.id,
        day: course.yesterday,
        start_time: `${hour}:00`,
        end_time: `${hour}:45`,
        title: 'Lab',
      });
      await save(session.id, status);
      return session.id;
    };
    const save = (id: string, status: string) =>
      ask(faculty, 'POST', `/api/attendance/sessions/${id}/marks`, {
        marks: [
          { student_id: course.student, status },
          { student_id: course.classmate, status: 'present' },
        ],
      });
    for (const status of ['present', 'present', 'present', 'absent']) await mark(10, status);
    await expect(row(student).first()).toContainText('75 %');

    const last = await mark(14, 'absent');
    await expect(row(student).first()).toContainText('60 %');
    await expect(row(student).first()).toContainText(/You can miss \d+ more/);
    await expect(row(student).first()).toContainText('Critical: 60 %, below 65 %');
    await expectClean(student, 'the own attendance, with an alert');
    const bell = (page: Page) => page.getByRole('dialog', { name: 'Latest notifications' });
    await student.getByRole('button', { name: /^Notifications,/ }).click();
    const alert = bell(student)
      .getByRole('listitem')
      .filter({ hasText: `${code}: attendance 60 %, below 65 %` });
    await expect(alert).toContainText(/You can miss \d+ more to end at 75 % or above/);

    await save(last, 'present');
    await expect(alert).toContainText('Withdrawn');
    await expect(
      bell(student)
        .getByRole('listitem')
        .filter({ hasText: `${code}: warning withdrawn, 80 %` }),
    ).toBeVisible();
    await expect(row(student).first()).toContainText('80 %');
    await expect(row(student).first()).not.toContainText('Critical');

    await expect(row(classmate).first()).toContainText('100 %');
    await classmate.getByRole('button', { name: /^Notifications,/ }).click();
    await expect(bell(classmate)).toBeVisible();
    await expect(bell(classmate).getByText(code)).toHaveCount(0);

    await student.goto(`/attendance/courses/${course.id}`);
    await expect(student.getByRole('region', { name: 'Classes' }).getByRole('listitem')).toHaveCount(5);
    await faculty.goto(`/attendance/courses/${course.id}`);
    await expect(faculty.getByRole('table', { name: 'Students' }).getByRole('row')).toHaveCount(3);
    await expectClean(faculty, 'the numbers of a course');
  } finally {
    await withProductDatabase((client) => client.query('DELETE FROM course WHERE id = $1', [course.id]));
  }
});

/** A course of its own, taught by the demo's teacher, with two students, and a class planned on every day of the week. */
function makeCourse(code: string) {
  return withProductDatabase(async (client) => {
    const idOf = async (email: string): Promise<string> =>
      (await client.query('SELECT id FROM app_user WHERE email = $1', [email])).rows[0].id;
    const [faculty, student, classmate] = [
      await idOf(accounts.faculty),
      await idOf(accounts.student),
      await idOf(accounts.student2),
    ];
    const [subject, id] = [randomUUID(), randomUUID()];
    const { rows } = await client.query(
      `SELECT term.id AS term, timetable.id AS timetable, to_char(current_date - 1, 'YYYY-MM-DD') AS yesterday
       FROM timetable JOIN term ON term.id = term_id WHERE current_date BETWEEN starts_on AND ends_on LIMIT 1`,
    );
    const { term, timetable, yesterday } = rows[0];
    await client.query('INSERT INTO subject (id, code, name) VALUES ($1, $2, $3)', [
      subject,
      code,
      `Course ${code}`,
    ]);
    await client.query(
      `INSERT INTO course (id, subject_id, term_id, capacity, status) VALUES ($1, $2, $3, 60, 'active')`,
      [id, subject, term],
    );
    await client.query('INSERT INTO course_faculty (course_id, user_id) VALUES ($1, $2)', [id, faculty]);
    for (const user of [student, classmate])
      await client.query(
        `INSERT INTO enrollment (id, course_id, student_id, status, enrolled_at) VALUES ($1, $2, $3, 'enrolled', now())`,
        [randomUUID(), id, user],
      );
    for (let day = 1; day <= 7; day += 1)
      await client.query(
        `INSERT INTO timetable_entry (entry_id, state, timetable_id, course_id, day_of_week, start_minute, end_minute, weeks)
         VALUES ($1, 'published', $2, $3, $4, 1320, 1380, 'every')`,
        [randomUUID(), timetable, id, day],
      );
    return { id, student, classmate, yesterday };
  });
}
