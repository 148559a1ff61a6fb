import * as z from 'zod';
import { event, topic } from '../define-event';
import {
  count,
  decimal,
  id,
  list,
  oneOf,
  optionalCount,
  optionalText,
  optionalTime,
  struct,
  text,
  time,
} from '../fields';
import { sample } from './sample-ids';

const status = oneOf('present', 'absent', 'late', 'excused');
const newStatus = oneOf('present', 'absent', 'late', 'excused', 'unmarked');

/** What screens that show the mark need beside it. */
const shown = {
  custom_code: optionalText.meta({
    'x-since': '1.1',
    description: "A status of the university's own that counts as the given one.",
  }),
  version: optionalCount.meta({ 'x-since': '1.1', description: 'How often this mark has changed.' }),
  source: optionalText.meta({
    'x-since': '1.1',
    description: 'How it came to be: roster, check_in, close, import or correction.',
  }),
};

const StudentAttendance = struct({ student_id: id, status: newStatus, remarks: optionalText, ...shown });

/** The result of one class. */
const classResult = {
  attendance_id: text,
  entry_id: optionalText,
  class_date: text.describe('YYYY-MM-DD'),
  total_students: count,
  present_count: count,
  absent_count: count,
  student_records: list(StudentAttendance),
};

const ClassResult = struct(classResult);

const exampleResult: z.input<typeof ClassResult> = {
  attendance_id: sample.attendance,
  entry_id: sample.entry,
  class_date: '2025-01-10',
  total_students: 2,
  present_count: 1,
  absent_count: 1,
  student_records: [
    { student_id: sample.student, status: 'present', remarks: '' },
    { student_id: sample.otherStudent, status: 'absent', remarks: 'Sports day' },
  ],
};

const course = { course_id: sample.course, course_name: 'Data Structures' };

export const attendanceEvents = topic({
  name: 'attendance.events',
  description: 'Attendance events',
  producers: ['attendance-service'],
  partitions: 6,
  retentionDays: 7,
  replicationFactor: 3,
  events: {
    ATTENDANCE_MARKED: event({
      summary: 'Attendance recorded for class',
      trigger: 'Faculty action',
      version: '1.1',
      origin: 'contract',
      payload: struct({ ...classResult, course_id: id, course_name: text, marked_by: text, marked_at: time }),
      key: ['course_id'],
      example: {
        ...exampleResult,
        ...course,
        marked_by: sample.faculty,
        marked_at: '2025-01-10T15:25:00+05:30',
      },
    }),
    ATTENDANCE_UPDATED: event({
      summary: 'Attendance record modified',
      trigger: 'Correction',
      version: '1.1',
      origin: 'designed',
      payload: struct({
        attendance_id: text,
        entry_id: optionalText,
        course_id: id,
        course_name: text,
        class_date: text,
        student_id: text,
        student_name: optionalText,
        old_status: status,
        new_status: newStatus.describe('`unmarked`: the mark was taken back.'),
        remarks: optionalText,
        reason: text,
        updated_by: text,
        updated_at: time,
        ...shown,
      }),
      key: ['course_id'],
      example: {
        attendance_id: sample.attendance,
        entry_id: sample.entry,
        ...course,
        class_date: '2025-01-10',
        student_id: sample.otherStudent,
        student_name: 'Ravi Kumar',
        old_status: 'absent',
        new_status: 'excused',
        remarks: 'Sports day',
        reason: 'Certificate of the sports office handed in',
        updated_by: sample.faculty,
        updated_at: '2025-01-13T09:00:00Z',
      },
    }),
    ATTENDANCE_BULK_MARKED: event({
      summary: 'Bulk attendance recorded',
      trigger: 'Batch update',
      version: '1.1',
      origin: 'designed',
      payload: struct({
        batch_id: text,
        course_id: id,
        course_name: text,
        source: oneOf('import', 'device', 'manual'),
        classes: list(ClassResult),
        marked_by: text,
        marked_at: time,
      }),
      key: ['course_id'],
      example: {
        batch_id: sample.batch,
        ...course,
        source: 'import',
        classes: [exampleResult],
        marked_by: sample.faculty,
        marked_at: '2025-01-10T18:00:00Z',
      },
    }),
    LOW_ATTENDANCE_ALERT: event({
      summary: 'Student below attendance threshold',
      trigger: 'System check',
      version: '1.1',
      origin: 'contract',
      payload: struct({
        student_id: id,
        student_name: optionalText,
        course_id: text,
        course_name: text,
        attendance_percentage: decimal,
        threshold_percentage: decimal,
        total_classes: count,
        classes_attended: count,
        alert_level: oneOf('warning', 'critical'),
        rule: optionalText.meta({
          'x-since': '1.1',
          description: '`percentage`, or `consecutive`: so many absences in a row. Empty: `percentage`.',
        }),
        absent_in_row: optionalCount.meta({ 'x-since': '1.1' }),
        attendance_id: optionalText.meta({ 'x-since': '1.1', description: 'The class that tipped it.' }),
        class_date: optionalText.meta({ 'x-since': '1.1', description: 'YYYY-MM-DD' }),
        start_time: optionalText.meta({
          'x-since': '1.1',
          description: 'HH:MM, the university’s local time.',
        }),
        can_miss: z.number().nullish().meta({
          'x-since': '1.1',
          description: 'How many more classes can be missed without ending below; negative: out of reach.',
        }),
        best_percentage: decimal.nullish().meta({
          'x-since': '1.1',
          description: 'What is reached by attending every class that is still planned.',
        }),
      }),
      key: ['student_id'],
      example: {
        student_id: sample.otherStudent,
        student_name: 'Ravi Kumar',
        ...course,
        attendance_percentage: 62.5,
        threshold_percentage: 75,
        total_classes: 24,
        classes_attended: 15,
        alert_level: 'warning',
      },
    }),
    ATTENDANCE_REPORT_GENERATED: event({
      summary: 'Report generated',
      trigger: 'Request',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        report_id: id,
        report_type: oneOf('course', 'student', 'department'),
        format: oneOf('csv', 'pdf'),
        course_id: optionalText.describe('What the report is about: the id of the type is filled.'),
        student_id: optionalText,
        department_id: optionalText,
        date_from: text.describe('YYYY-MM-DD, both included.'),
        date_to: text,
        row_count: count,
        download_url: optionalText,
        requested_by: text,
        generated_at: time,
        expires_at: optionalTime,
      }),
      key: ['report_id'],
      example: {
        report_id: 'report-0001',
        report_type: 'course',
        format: 'csv',
        course_id: sample.course,
        student_id: '',
        department_id: '',
        date_from: '2025-01-01',
        date_to: '2025-01-31',
        row_count: 1440,
        download_url: '/reports/report-0001.csv',
        requested_by: sample.faculty,
        generated_at: '2025-02-01T06:00:00Z',
        expires_at: '2025-02-08T06:00:00Z',
      },
    }),
  },
});
