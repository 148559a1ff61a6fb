import type { SqlTx } from '@/lib/infra/db/sql';
import { demoAccounts, departments, type SeedPerson, seedId, seedPeople } from './people';
import { type SeedTerm, seedTerms } from './terms';

/** Number, name, and the number of the subject that has to be completed before. The first three are taught first. */
const subjectPlan = [
  [101, 'Foundations', null],
  [102, 'Methods', null],
  [103, 'Practice', null],
  [201, 'Advanced foundations', 101],
  [202, 'Advanced methods', 102],
  [203, 'Project', 103],
] as const;
const CREDITS = 5;
const ROOMY = 60;
/** Seats of the department's project: fewer than want one, so that there is a line. */
const SCARCE = 20;

export interface SeedCourse {
  readonly id: string;
  readonly termCode: string;
  readonly subjectCode: string;
  readonly departmentCode: string;
  readonly capacity: number;
  readonly semester: number;
  readonly faculty: readonly string[];
}

const codeOf = (departmentCode: string, number: number) => `${departmentCode}${number}`;
const courseId = (termCode: string, subjectCode: string) => seedId(`course ${termCode} ${subjectCode}`);

/** What each department teaches in a term that has begun. */
export function seedCourses(term: SeedTerm): SeedCourse[] {
  const people = seedPeople();
  return departments.flatMap(({ code }) => {
    const teachers = people.filter(
      ({ role, departmentCode }) => role === 'faculty' && departmentCode === code,
    );
    return subjectPlan.map(([number], index) => ({
      id: courseId(term.code, codeOf(code, number)),
      termCode: term.code,
      subjectCode: codeOf(code, number),
      departmentCode: code,
      capacity: number === 203 ? SCARCE : ROOMY,
      semester: number < 200 ? 1 : 3,
      faculty: [teachers[index % teachers.length], teachers[(index + 1) % teachers.length]].flatMap(
        (teacher) => teacher?.id ?? [],
      ),
    }));
  });
}

interface SeedEnrollment {
  readonly courseId: string;
  readonly studentId: string;
  readonly status: 'enrolled' | 'waitlisted' | 'completed';
  readonly queueNo: number | null;
}

/** Every second student of a department is in the second year: has completed the first three subjects and is in the others. */
export function seedEnrollments(past: SeedTerm, current: SeedTerm): SeedEnrollment[] {
  const students = seedPeople().filter(({ role }) => role === 'student');
  return departments.flatMap(({ code }) => {
    const own = students.filter(({ departmentCode }) => departmentCode === code).sort(demoLast);
    return own.flatMap((student, index) => enrollmentsOf(student, code, index));
  });

  function enrollmentsOf(student: SeedPerson, code: string, index: number): SeedEnrollment[] {
    const isAdvanced = index % 2 === 0;
    return subjectPlan.flatMap(([number]) => {
      const subjectCode = codeOf(code, number);
      const isBasic = number < 200;
      if (!isAdvanced) return isBasic ? [enrolled(current, subjectCode, student)] : [];
      if (isBasic) return [{ ...enrolled(past, subjectCode, student), status: 'completed' as const }];
      const place = Math.floor(index / 2);
      if (number !== 203 || place < SCARCE) return [enrolled(current, subjectCode, student)];
      return [
        {
          ...enrolled(current, subjectCode, student),
          status: 'waitlisted' as const,
          queueNo: place - SCARCE + 1,
        },
      ];
    });
  }
}

const enrolled = (term: SeedTerm, subjectCode: string, student: SeedPerson): SeedEnrollment => ({
  courseId: courseId(term.code, subjectCode),
  studentId: student.id,
  status: 'enrolled',
  queueNo: null,
});

/** The accounts shown at the start come last, so that they stand in the line and not before it. */
const demoLast = (a: SeedPerson, b: SeedPerson) => Number(isDemo(a)) - Number(isDemo(b));
const isDemo = ({ id }: SeedPerson) => demoAccounts.some((account) => account.id === id);

/** Terms, subjects, courses with faculty, and who is in them. Adds what is missing and changes nothing else. */
export async function seedCourseCatalogue(sql: SqlTx, now = new Date()): Promise<void> {
  const [past, current, next] = seedTerms(now);
  await addTerms(sql, [past, current, next]);
  const subjects = departments.flatMap(({ code, name }) =>
    subjectPlan.map(([number, title, requires]) => ({
      id: seedId(`subject ${codeOf(code, number)}`),
      code: codeOf(code, number),
      name: `${name}: ${title}`,
      credits: CREDITS,
      department: code,
      requires: requires && codeOf(code, requires),
    })),
  );
  await sql.query(SUBJECTS, [JSON.stringify(subjects)]);
  await sql.query(PREREQUISITES, [JSON.stringify(subjects)]);
  await sql.query(COURSES, [JSON.stringify([past, current].flatMap(seedCourses))]);
  await sql.query(FACULTY, [JSON.stringify([past, current].flatMap(facultyOf))]);
  await sql.query(ENROLLMENTS, [
    JSON.stringify(
      seedEnrollments(past, current).map((row) => ({
        ...row,
        id: seedId(`enrollment ${row.courseId} ${row.studentId}`),
      })),
    ),
  ]);
}

/** Those whose code is not there yet. */
export async function addTerms(sql: SqlTx, terms: readonly SeedTerm[]): Promise<void> {
  await sql.query(TERMS, [JSON.stringify(terms)]);
}

/** The first of a course is its primary teacher, the other helps. */
const facultyOf = (term: SeedTerm) =>
  seedCourses(term).flatMap(({ id, faculty }) =>
    faculty.map((userId, index) => ({
      course: id,
      user: userId,
      role: index === 0 ? 'primary' : 'co_instructor',
    })),
  );

const TERMS = `
  INSERT INTO term (id, code, name, academic_year, starts_on, ends_on, enrollment_opens_at, enrollment_closes_at, drop_closes_at)
  SELECT term.id, term.code, term.name, term."academicYear", term."startsOn", term."endsOn", term."opensAt", term."closesAt", term."closesAt"
  FROM jsonb_to_recordset($1::jsonb) AS term (id uuid, code text, name text, "academicYear" int, "startsOn" date, "endsOn" date,
    "opensAt" timestamptz, "closesAt" timestamptz)
  ON CONFLICT DO NOTHING`;

const SUBJECTS = `
  INSERT INTO subject (id, code, name, credits, department_id)
  SELECT given.id, given.code, given.name, given.credits, department.id
  FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, code text, name text, credits int, department text)
  JOIN department ON department.code = given.department
  ON CONFLICT DO NOTHING`;

const PREREQUISITES = `
  INSERT INTO subject_prerequisite (subject_id, required_id)
  SELECT subject.id, required.id
  FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, requires text)
  JOIN subject ON subject.id = given.id
  JOIN subject AS required ON required.code = given.requires
  ON CONFLICT DO NOTHING`;

const COURSES = `
  INSERT INTO course (id, subject_id, term_id, department_id, semester, capacity, status)
  SELECT given.id, subject.id, term.id, subject.department_id, given.semester, given.capacity, 'active'
  FROM jsonb_to_recordset($1::jsonb)
    AS given (id uuid, "termCode" text, "subjectCode" text, capacity int, semester int)
  JOIN subject ON subject.code = given."subjectCode"
  JOIN term ON term.code = given."termCode"
  ON CONFLICT DO NOTHING`;

const FACULTY = `
  INSERT INTO course_faculty (course_id, user_id, role)
  SELECT course.id, app_user.id, given.role::faculty_role
  FROM jsonb_to_recordset($1::jsonb) AS given (course uuid, "user" uuid, role text)
  JOIN course ON course.id = given.course
  JOIN app_user ON app_user.id = given."user"
  ON CONFLICT DO NOTHING`;

const ENROLLMENTS = `
  INSERT INTO enrollment (id, course_id, student_id, status, queue_no, enrolled_at, enrolled_by, grade, grade_points)
  SELECT given.id, course.id, app_user.id, given.status::enrollment_status, given."queueNo",
    CASE WHEN given.status = 'waitlisted' THEN NULL ELSE now() END, 'import',
    CASE WHEN given.status = 'completed' THEN 'B' ELSE '' END, CASE WHEN given.status = 'completed' THEN 8 END
  FROM jsonb_to_recordset($1::jsonb)
    AS given (id uuid, "courseId" uuid, "studentId" uuid, status text, "queueNo" bigint)
  JOIN course ON course.id = given."courseId"
  JOIN app_user ON app_user.id = given."studentId"
  ON CONFLICT DO NOTHING`;
