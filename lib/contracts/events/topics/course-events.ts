import { event, topic } from '../define-event';
import { changes, count, id, oneOf, optionalCount, optionalText, struct, text, time } from '../fields';
import { sample } from './sample-ids';

/** What every course event says of its course, so that a reader needs no look-up. */
const course = { course_id: id, course_code: text, course_name: text, department_id: optionalText };
const exampleCourse = {
  course_id: sample.course,
  course_code: 'CS201',
  course_name: 'Data Structures',
  department_id: sample.department,
};

const faculty = {
  faculty_id: text,
  faculty_name: optionalText,
  faculty_role: oneOf('primary', 'co_instructor', 'assistant'),
};
const exampleFaculty = {
  faculty_id: sample.faculty,
  faculty_name: 'Dr. Smith',
  faculty_role: 'primary',
} as const;

export const courseEvents = topic({
  name: 'course.events',
  description: 'Course management events',
  producers: ['course-service'],
  partitions: 6,
  retentionDays: 7,
  replicationFactor: 3,
  events: {
    COURSE_CREATED: event({
      summary: 'New course created',
      trigger: 'Admin action',
      version: '1.0',
      origin: 'contract',
      payload: struct({
        course_id: id,
        course_code: text,
        course_name: text,
        subject_id: optionalText,
        department_id: optionalText,
        program_id: optionalText,
        semester: count,
        academic_year: count,
        max_students: optionalCount,
        created_by: text,
      }),
      key: ['course_id'],
      example: {
        ...exampleCourse,
        subject_id: sample.subject,
        program_id: sample.program,
        semester: 3,
        academic_year: 2024,
        max_students: 60,
        created_by: sample.admin,
      },
    }),
    COURSE_UPDATED: event({
      summary: 'Course information updated',
      trigger: 'Edit course',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...course, changes, updated_by: text, updated_at: time }),
      key: ['course_id'],
      example: {
        ...exampleCourse,
        changes: { max_students: { old_value: 60, new_value: 80 } },
        updated_by: sample.admin,
        updated_at: '2024-12-27T11:00:00Z',
      },
    }),
    COURSE_DELETED: event({
      summary: 'Course deleted',
      trigger: 'Admin action',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...course, reason: optionalText, deleted_by: text, deleted_at: time }),
      key: ['course_id'],
      example: {
        ...exampleCourse,
        reason: 'Merged into CS202',
        deleted_by: sample.admin,
        deleted_at: '2024-12-27T11:00:00Z',
      },
    }),
    COURSE_ACTIVATED: event({
      summary: 'Course made active',
      trigger: 'Status change',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...course, activated_by: text, activated_at: time }),
      key: ['course_id'],
      example: { ...exampleCourse, activated_by: sample.admin, activated_at: '2024-12-27T11:00:00Z' },
    }),
    COURSE_DEACTIVATED: event({
      summary: 'Course made inactive',
      trigger: 'Status change',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...course, reason: optionalText, deactivated_by: text, deactivated_at: time }),
      key: ['course_id'],
      example: {
        ...exampleCourse,
        reason: 'Too few students',
        deactivated_by: sample.admin,
        deactivated_at: '2024-12-27T11:00:00Z',
      },
    }),
    FACULTY_ASSIGNED: event({
      summary: 'Faculty assigned to course',
      trigger: 'Admin action',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...course, ...faculty, assigned_by: text, assigned_at: time }),
      key: ['course_id'],
      example: {
        ...exampleCourse,
        ...exampleFaculty,
        assigned_by: sample.admin,
        assigned_at: '2024-12-27T11:00:00Z',
      },
    }),
    FACULTY_UNASSIGNED: event({
      summary: 'Faculty removed from course',
      trigger: 'Admin action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        ...course,
        ...faculty,
        reason: optionalText,
        unassigned_by: text,
        unassigned_at: time,
      }),
      key: ['course_id'],
      example: {
        ...exampleCourse,
        ...exampleFaculty,
        reason: 'Sabbatical',
        unassigned_by: sample.admin,
        unassigned_at: '2024-12-27T11:00:00Z',
      },
    }),
  },
});
