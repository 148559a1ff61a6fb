import type * as z from 'zod';
import { event, topic } from '../define-event';
import { count, decimal, id, optionalCount, optionalText, optionalTime, struct, text, time } from '../fields';
import { sample } from './sample-ids';

const Enrollment = struct({
  enrollment_id: text,
  student_id: text,
  course_id: id,
  course_name: text,
  enrollment_date: optionalTime,
  enrolled_by: optionalText.describe('self or admin'),
  current_count: optionalCount.describe(
    'Students in the course after this event, of at most `max_capacity`.',
  ),
  max_capacity: optionalCount,
});

const example: z.input<typeof Enrollment> = {
  enrollment_id: sample.enrollment,
  student_id: sample.student,
  course_id: sample.course,
  course_name: 'Data Structures',
  enrollment_date: '2024-12-27T09:00:00Z',
  enrolled_by: 'self',
  current_count: 42,
  max_capacity: 60,
};

export const enrollmentEvents = topic({
  name: 'enrollment.events',
  description: 'Student enrollment events',
  producers: ['course-service'],
  partitions: 6,
  retentionDays: 7,
  replicationFactor: 3,
  events: {
    STUDENT_ENROLLED: event({
      summary: 'Student enrolled in course',
      trigger: 'Enrollment',
      version: '1.0',
      origin: 'contract',
      payload: Enrollment,
      key: ['course_id'],
      example,
    }),
    STUDENT_DROPPED: event({
      summary: 'Student dropped course',
      trigger: 'Drop action',
      version: '1.0',
      origin: 'designed',
      payload: Enrollment.extend({ reason: optionalText, dropped_by: text, dropped_at: time }),
      key: ['course_id'],
      example: {
        ...example,
        current_count: 41,
        reason: 'Timetable clash',
        dropped_by: sample.student,
        dropped_at: '2025-01-10T09:00:00Z',
      },
    }),
    ENROLLMENT_COMPLETED: event({
      summary: 'Course completion recorded',
      trigger: 'End of semester',
      version: '1.0',
      origin: 'designed',
      payload: Enrollment.extend({
        grade: text,
        grade_points: decimal,
        credits: decimal,
        recorded_by: text,
        completed_at: time,
      }),
      key: ['course_id'],
      example: {
        ...example,
        grade: 'A',
        grade_points: 9,
        credits: 4,
        recorded_by: sample.faculty,
        completed_at: '2025-05-30T12:00:00Z',
      },
    }),
    ENROLLMENT_FAILED: event({
      summary: 'Student failed course',
      trigger: 'Grading',
      version: '1.0',
      origin: 'designed',
      payload: Enrollment.extend({ grade: text, reason: optionalText, recorded_by: text, failed_at: time }),
      key: ['course_id'],
      example: {
        ...example,
        grade: 'F',
        reason: 'Final exam below the pass mark',
        recorded_by: sample.faculty,
        failed_at: '2025-05-30T12:00:00Z',
      },
    }),
    WAITLIST_ADDED: event({
      summary: 'Student added to waitlist',
      trigger: 'Full course',
      version: '1.0',
      origin: 'designed',
      payload: Enrollment.extend({ position: count.describe('Counts from 1.'), added_at: time }),
      key: ['course_id'],
      example: {
        ...example,
        enrollment_date: null,
        current_count: 60,
        position: 3,
        added_at: '2024-12-27T09:00:00Z',
      },
    }),
    WAITLIST_PROMOTED: event({
      summary: 'Student promoted from waitlist',
      trigger: 'Spot available',
      version: '1.0',
      origin: 'designed',
      payload: Enrollment.extend({ previous_position: count, promoted_by: optionalText, promoted_at: time }),
      key: ['course_id'],
      example: {
        ...example,
        current_count: 60,
        previous_position: 1,
        promoted_by: 'system',
        promoted_at: '2025-01-10T09:00:01Z',
      },
    }),
  },
});
