import * as z from 'zod';
import { FacultyRole } from './course';
import { humanText, searchText } from './text';

const FLAG = z.enum(['true', 'false']).transform((text) => text === 'true');
export const MOST_SEATS = 10_000;

/** `GET /api/courses`: the catalogue, by code. */
export const CourseListQuery = z.object({
  query: searchText().optional(),
  term_id: z.uuid().optional(),
  department_id: z.uuid().optional(),
  /** Those in which the reader has a seat or waits. */
  mine: FLAG.optional(),
  /** Those the reader teaches. */
  teaching: FLAG.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CourseListQuery = z.infer<typeof CourseListQuery>;

const capacity = z.int().min(0).max(MOST_SEATS);
const offer_hours = z.int().min(1).max(720).nullable();
const faculty = z
  .array(z.object({ user_id: z.uuid(), role: FacultyRole }))
  .max(20)
  .refine((list) => new Set(list.map((each) => each.user_id)).size === list.length, {
    error: 'Each person may be named once',
  });

/** `POST /api/courses`: a subject taught in a term. It is inactive at first. */
export const CreateCourse = z.object({
  subject_id: z.uuid(),
  term_id: z.uuid(),
  section: humanText(1, 10).default('A'),
  semester: z.int().min(0).max(20).default(0),
  capacity,
  offer_hours: offer_hours.default(null),
  faculty: faculty.default([]),
});
export type CreateCourse = z.infer<typeof CreateCourse>;

/** `PATCH /api/courses/{id}`; what is left out stays. `faculty` is the whole list. */
export const EditCourse = z
  .object({
    section: humanText(1, 10).optional(),
    semester: z.int().min(0).max(20).optional(),
    capacity: capacity.optional(),
    offer_hours: offer_hours.optional(),
    faculty: faculty.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: 'Say what changes',
  });
export type EditCourse = z.infer<typeof EditCourse>;

/** Why a course is deactivated or deleted, or somebody is dropped. */
export const WithReason = z.object({ reason: humanText(0, 500).default('') });

/** `POST /api/courses/{id}/enroll`. Without a student: oneself. */
export const Enroll = z.object({
  student_id: z.uuid().optional(),
  /** Administrators: allows a clash or a missing prerequisite, and says why. */
  override_reason: humanText(3, 500).optional(),
});
export type Enroll = z.infer<typeof Enroll>;

/** `GET /api/courses/{id}/enrollment-check` */
export const CheckEnrollment = z.object({ student_id: z.uuid() });

export const Drop = z.object({ student_id: z.uuid().optional(), reason: humanText(0, 500).default('') });
export type Drop = z.infer<typeof Drop>;

/** `POST /api/courses/{id}/offer`: the answer to an offered seat. */
export const AnswerOffer = z.object({ accept: z.boolean() });

/** `POST /api/courses/{id}/grade`: how a student came through the course. */
export const GradeStudent = z.object({
  student_id: z.uuid(),
  outcome: z.enum(['completed', 'failed']),
  grade: humanText(1, 10),
  grade_points: z.number().min(0).max(10).default(0),
  reason: humanText(0, 500).default(''),
});
export type GradeStudent = z.infer<typeof GradeStudent>;

/** `POST /api/courses/{id}/enroll-csv`: one student a line, by email or registration number. */
export const EnrollCsv = z.object({
  csv: z.string().min(1).max(500_000),
  /** Says what would happen, and writes nothing. */
  dry_run: z.boolean().default(true),
  /** Of the dry run: where the outcome would be another now, nothing is written. */
  digest: z.string().max(64).optional(),
});
export type EnrollCsv = z.infer<typeof EnrollCsv>;

const moment = z.iso.datetime({ offset: true }).nullable();
/** `POST /api/terms`; also `PUT`, the whole term. */
export const WriteTerm = z
  .object({
    code: humanText(1, 20),
    name: humanText(1, 80),
    academic_year: z.int().min(1900).max(3000),
    starts_on: z.iso.date(),
    ends_on: z.iso.date(),
    enrollment_opens_at: moment.default(null),
    enrollment_closes_at: moment.default(null),
    drop_closes_at: moment.default(null),
  })
  .refine((term) => term.starts_on <= term.ends_on, {
    path: ['ends_on'],
    error: 'Must not be before the first day',
  })
  .refine(
    ({ enrollment_opens_at: opens, enrollment_closes_at: closes }) =>
      opens === null || closes === null || Date.parse(opens) < Date.parse(closes),
    { path: ['enrollment_closes_at'], error: 'Must be after the opening' },
  );
export type WriteTerm = z.infer<typeof WriteTerm>;

/** `POST /api/terms/{id}/copy`: its courses, without who is in them, into another term. */
export const CopyTerm = z.object({
  into_term_id: z.uuid(),
  /** Says what would be copied, and writes nothing. */
  dry_run: z.boolean().default(false),
});
export type CopyTerm = z.infer<typeof CopyTerm>;

export const SubjectListQuery = z.object({
  query: searchText().optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type SubjectListQuery = z.infer<typeof SubjectListQuery>;

/** `POST /api/subjects`; also `PUT`, the whole subject. */
export const WriteSubject = z.object({
  code: humanText(1, 20),
  name: humanText(1, 200),
  description: humanText(0, 5_000).default(''),
  credits: z.int().min(0).max(60).default(0),
  department_id: z.uuid().nullable().default(null),
  prerequisite_ids: z.array(z.uuid()).max(20).default([]),
});
export type WriteSubject = z.infer<typeof WriteSubject>;

/** `GET /api/courses/{id}/people`, by name. */
export const PeopleQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
