import * as z from 'zod/mini';

export const CourseStatus = z.enum(['inactive', 'active']);
export const FacultyRole = z.enum(['primary', 'co_instructor', 'assistant']);
export type FacultyRole = z.infer<typeof FacultyRole>;
export const EnrollmentStatus = z.enum([
  'enrolled',
  'offered',
  'waitlisted',
  'dropped',
  'completed',
  'failed',
]);
export type EnrollmentStatus = z.infer<typeof EnrollmentStatus>;

const Named = z.object({ id: z.string(), code: z.string(), name: z.string() });

/** How full a course is. `taken`: seats that are sat in or held for somebody until an offer ends. */
export const CourseSeats = z.object({
  course_id: z.string(),
  capacity: z.int(),
  taken: z.int(),
  waiting: z.int(),
});
export type CourseSeats = z.infer<typeof CourseSeats>;

/** Where a student stands in a course. */
export const OwnEnrollment = z.object({
  status: EnrollmentStatus,
  /** In the line, from 1; `null` off the waitlist. */
  position: z.nullable(z.int()),
  offer_expires_at: z.nullable(z.string()),
  grade: z.string(),
});
export type OwnEnrollment = z.infer<typeof OwnEnrollment>;

export const CourseView = z.object({
  id: z.string(),
  /** Of the subject. */
  code: z.string(),
  name: z.string(),
  description: z.string(),
  credits: z.int(),
  /** `A`, `B`: of several courses of one subject in one term. */
  section: z.string(),
  term: Named,
  department: z.nullable(Named),
  /** Of its programme, from 1; 0 for none. */
  semester: z.int(),
  status: CourseStatus,
  capacity: z.int(),
  taken: z.int(),
  waiting: z.int(),
  /** Hours that somebody has to take an offered seat; `null`: who is next is enrolled at once. */
  offer_hours: z.nullable(z.int()),
  faculty: z.array(z.object({ id: z.string(), name: z.string(), role: FacultyRole })),
  /** Subjects to be completed before. */
  prerequisites: z.array(Named),
  /** The reader's own enrolment; `null` where there never was one. */
  own: z.nullable(OwnEnrollment),
  version: z.int(),
});
export type CourseView = z.infer<typeof CourseView>;

/** Who loses what when a course is deleted, for administrators. */
export const CourseUse = z.object({
  enrolled: z.int(),
  /** Seats that are held for somebody. */
  offered: z.int(),
  waiting: z.int(),
  /** Whose grade stays in their records. */
  graded: z.int(),
  /** Published in the week. */
  classes: z.int(),
});
export type CourseUse = z.infer<typeof CourseUse>;

export const CourseList = z.object({ items: z.array(CourseView), next_cursor: z.nullable(z.string()) });
export type CourseList = z.infer<typeof CourseList>;

/** Those in a course, for its faculty and administrators. */
export const CoursePerson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  register_no: z.nullable(z.string()),
  status: EnrollmentStatus,
  position: z.nullable(z.int()),
  grade: z.string(),
  grade_points: z.nullable(z.number()),
  /** Why a clash or a missing prerequisite was allowed; empty without one. */
  override_reason: z.string(),
});
export const CoursePeople = z.object({ items: z.array(CoursePerson), next_cursor: z.nullable(z.string()) });
export type CoursePeople = z.infer<typeof CoursePeople>;

export const TermView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  academic_year: z.int(),
  /** ISO dates. */
  starts_on: z.string(),
  ends_on: z.string(),
  enrollment_opens_at: z.nullable(z.string()),
  enrollment_closes_at: z.nullable(z.string()),
  drop_closes_at: z.nullable(z.string()),
  /** It is now. */
  is_current: z.boolean(),
  course_count: z.int(),
  version: z.int(),
});
export type TermView = z.infer<typeof TermView>;
export const TermList = z.object({
  items: z.array(TermView),
  /** The university's: days begin and end by it. */
  time_zone: z.string(),
});

export const SubjectView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string(),
  credits: z.int(),
  department: z.nullable(Named),
  prerequisites: z.array(Named),
  course_count: z.int(),
  version: z.int(),
});
export type SubjectView = z.infer<typeof SubjectView>;
export const SubjectList = z.object({ items: z.array(SubjectView), next_cursor: z.nullable(z.string()) });

/** Of `catalogue.in_use`: how many of these need the subject or the term. Deleted courses count: their records stay. */
export const CatalogueUse = z.object({
  courses: z.int(),
  /** That it has to be completed before. */
  subjects: z.int(),
  timetables: z.int(),
  holidays: z.int(),
});
export type CatalogueUse = z.infer<typeof CatalogueUse>;

/** What became, or would become, of each row of an imported table. */
export const EnrolledCsv = z.object({
  rows: z.array(
    z.object({
      /** In the file, from 1. */
      line: z.int(),
      key: z.string(),
      name: z.string(),
      outcome: z.enum(['enrolled', 'waitlisted', 'error']),
      /** `unknown`, `twice`, or the code of a problem. */
      problem: z.nullable(z.string()),
    }),
  ),
  /** Nothing is, after a dry run, with one wrong row, or with another outcome than was asked for. */
  written: z.boolean(),
  /** Of what became of each row: who asks for it to be written names what they saw. */
  digest: z.string(),
});
export type EnrolledCsv = z.infer<typeof EnrolledCsv>;

/** `GET /api/courses/{id}/enrollment-check`: what would become of a student in a course, and what stands in the way. */
export const EnrollmentCheck = z.object({
  student: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** Where the student stands already; then there is nothing to enrol. `null` otherwise. */
  standing: z.nullable(EnrollmentStatus),
  is_active: z.boolean(),
  /** In the line, from 1; `null`: there is a seat. */
  place: z.nullable(z.int()),
  /** Students may enrol by themselves now. Administrators may at any time. */
  is_open: z.boolean(),
  /** Subjects to be completed before, and are not. With a reason they are no obstacle, nor are the clashes. */
  missing: z.array(z.object({ code: z.string(), name: z.string() })),
  clashes: z.array(
    z.object({
      course_code: z.string(),
      course_name: z.string(),
      /** 1 is Monday. */
      day_of_week: z.int(),
      /** `14:30`, the university's local time. */
      start_time: z.string(),
      end_time: z.string(),
    }),
  ),
});
export type EnrollmentCheck = z.infer<typeof EnrollmentCheck>;

export const GradedStudent = z.object({
  student_id: z.string(),
  status: z.enum(['completed', 'failed']),
  grade: z.string(),
});

/** How many courses came, or would come, into the other term; those it had already are left as they are. */
export const CopiedTerm = z.object({
  copied: z.int(),
  skipped: z.int(),
  /** Nothing is after a dry run. */
  written: z.boolean(),
});
export type CopiedTerm = z.infer<typeof CopiedTerm>;
