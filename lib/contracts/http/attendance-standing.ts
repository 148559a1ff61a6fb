import * as z from 'zod/mini';

/** `2026-11-27` and `14:30`: the university's local date and time. */
const date = z.string();
const time = z.string();
const instant = z.string().check(z.meta({ format: 'date-time' }));
/** 0 to 100, rounded down to two decimals; `null`: of nothing. */
const share = z.nullable(z.number());

const Course = z.object({ id: z.string(), code: z.string(), name: z.string(), section: z.string() });
const Person = z.object({ id: z.string(), name: z.string() });

/** What attendance is measured against, in percent. */
export const AttendanceGoal = z.object({
  warning_percentage: z.number(),
  critical_percentage: z.number(),
  /** Nobody is judged before so many classes count. */
  minimum_sessions: z.int(),
});
export type AttendanceGoal = z.infer<typeof AttendanceGoal>;

/** A line that was crossed and is not crossed back. */
export const OpenAlert = z.object({
  id: z.string(),
  rule: z.enum(['percentage', 'consecutive']),
  level: z.enum(['warning', 'critical']),
  raised_at: instant,
  /** Where the student stood then. */
  percentage: z.number(),
  threshold: z.number(),
  absent_in_row: z.int(),
  /** The class that tipped it, as far as it is known. */
  class: z.nullable(z.object({ date, start_time: time })),
});
export type OpenAlert = z.infer<typeof OpenAlert>;

/** The numbers of one student in one course. */
export const AttendanceNumbers = z.object({
  present: z.int(),
  late: z.int(),
  excused: z.int(),
  absent: z.int(),
  /** How many of these classes count, and what they have brought. */
  counted: z.int(),
  points: z.number(),
  percentage: share,
  /** What is reached by attending every class that is still planned. */
  best_percentage: share,
  /** How many of the planned classes can be missed without ending below the line of warnings; negative: out of reach. */
  can_miss: z.int(),
  remaining: z.int(),
  absent_in_row: z.int(),
  /** Where it stands now, once enough classes count. */
  level: z.enum(['fine', 'warning', 'critical']),
});
export type AttendanceNumbers = z.infer<typeof AttendanceNumbers>;

export const CourseStanding = z.extend(AttendanceNumbers, {
  course: Course,
  /** The share after each of the last classes that count, oldest first. */
  trend: z.array(z.number()),
  alerts: z.array(OpenAlert),
});
export type CourseStanding = z.infer<typeof CourseStanding>;

/** `GET /api/attendance/standing` and `…/standing/{student_id}`: by course; of another's only what the caller may see. */
export const StudentStanding = z.object({
  student: Person,
  goal: AttendanceGoal,
  courses: z.array(CourseStanding),
});
export type StudentStanding = z.infer<typeof StudentStanding>;

/** One class of a course with a student's mark in it; without one `status` is `null`. */
export const ClassOfStudent = z.object({
  session_id: z.string(),
  date,
  start_time: time,
  end_time: time,
  title: z.string(),
  status: z.nullable(z.enum(['present', 'late', 'excused', 'absent'])),
  /** The university's own name of the status; empty: none. */
  custom_name: z.string(),
  /** 0 to 1; `null`: the class does not count. */
  points: z.nullable(z.number()),
  remark: z.string(),
});
export type ClassOfStudent = z.infer<typeof ClassOfStudent>;

/** `GET /api/attendance/standing/{student_id}/classes?course_id=`: the classes whose attendance was taken, newest first. */
export const StudentCourse = z.object({
  student: Person,
  goal: AttendanceGoal,
  standing: CourseStanding,
  classes: z.array(ClassOfStudent),
});
export type StudentCourse = z.infer<typeof StudentCourse>;

export const StudentNumbers = z.extend(AttendanceNumbers, {
  student: z.extend(Person, { register_no: z.nullable(z.string()) }),
  /** The highest level of an open alert; `null`: none. */
  alert: z.nullable(z.enum(['warning', 'critical'])),
});
export type StudentNumbers = z.infer<typeof StudentNumbers>;

/** How a class was attended. */
export const ClassNumbers = z.object({
  session_id: z.string(),
  date,
  start_time: time,
  title: z.string(),
  present: z.int(),
  late: z.int(),
  excused: z.int(),
  absent: z.int(),
  /** The share of points among the marks that count. */
  percentage: share,
});
export type ClassNumbers = z.infer<typeof ClassNumbers>;

/** `GET /api/attendance/numbers/courses/{id}`: for its faculty and administrators. */
export const CourseNumbers = z.object({
  course: Course,
  goal: AttendanceGoal,
  percentage: share,
  /** By name. */
  students: z.array(StudentNumbers),
  /** Classes in which somebody has a mark, oldest first. */
  classes: z.array(ClassNumbers),
});
export type CourseNumbers = z.infer<typeof CourseNumbers>;

export const SummaryRow = z.object({
  course: Course,
  department: z.nullable(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  students: z.int(),
  /** Classes in which somebody has a mark. */
  classes: z.int(),
  percentage: share,
  below_warning: z.int(),
  below_critical: z.int(),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

/** `GET /api/attendance/numbers?term_id=&department_id=`: the courses of a term, by code; of all departments or one. */
export const AttendanceSummary = z.object({
  term: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  goal: AttendanceGoal,
  percentage: share,
  courses: z.array(SummaryRow),
});
export type AttendanceSummary = z.infer<typeof AttendanceSummary>;
