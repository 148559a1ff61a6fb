import * as z from 'zod';
import { event, topic } from '../define-event';
import {
  changes,
  count,
  flag,
  id,
  list,
  oneOf,
  optionalCount,
  optionalText,
  optionalTime,
  part,
  struct,
  text,
  time,
} from '../fields';
import { sample } from './sample-ids';

/** Whose timetable it is. */
const timetable = {
  timetable_id: id,
  semester_id: text,
  semester_name: optionalText,
  department_id: text,
  department_name: optionalText,
  program_id: optionalText,
  semester_number: optionalCount,
};
const exampleTimetable = {
  timetable_id: sample.timetable,
  semester_id: sample.semester,
  semester_name: 'Spring 2025',
  department_id: sample.department,
  department_name: 'Computer Science',
  program_id: sample.program,
  semester_number: 4,
};

/** One class of the week. */
const Entry = struct({
  entry_id: id,
  course_id: text,
  course_code: optionalText,
  course_name: text,
  faculty_id: text,
  faculty_name: optionalText,
  room_id: optionalText,
  room_name: optionalText,
  day_of_week: count.describe('1 is Monday, 7 is Sunday.'),
  start_time: text.describe("HH:MM, the university's local time."),
  end_time: text,
  entry_type: oneOf('lecture', 'lab', 'tutorial', 'exam'),
});

const exampleEntry: z.input<typeof Entry> = {
  entry_id: sample.entry,
  course_id: sample.course,
  course_code: 'CS201',
  course_name: 'Data Structures',
  faculty_id: sample.faculty,
  faculty_name: 'Dr. Smith',
  room_id: sample.room,
  room_name: 'C-204',
  day_of_week: 5,
  start_time: '14:00',
  end_time: '15:30',
  entry_type: 'lab',
};

const entryOf = {
  ...timetable,
  is_published: flag.describe('Before publication only the planners are told.'),
  entry: part(Entry).describe('The entry; its last state when it is gone.'),
};
const exampleEntryOf = { ...exampleTimetable, is_published: true, entry: exampleEntry };

/** When and between which entries: the slot in which they overlap. */
const conflict = {
  conflict_id: text,
  timetable_id: id,
  department_id: text,
  day_of_week: count,
  start_time: text,
  end_time: text,
  entries: list(Entry),
  detected_by: optionalText,
  detected_at: time,
};
const exampleConflict = {
  conflict_id: 'conflict-0001',
  timetable_id: sample.timetable,
  department_id: sample.department,
  day_of_week: 5,
  start_time: '14:30',
  end_time: '15:30',
  entries: [
    exampleEntry,
    { ...exampleEntry, entry_id: sample.otherEntry, start_time: '14:30', end_time: '16:00' },
  ],
  detected_by: sample.admin,
  detected_at: '2024-12-27T13:00:00Z',
};

export const timetableEvents = topic({
  name: 'timetable.events',
  description: 'Timetable updates',
  producers: ['timetable-service'],
  partitions: 3,
  retentionDays: 7,
  replicationFactor: 3,
  events: {
    TIMETABLE_CREATED: event({
      summary: 'New timetable created',
      trigger: 'Admin action',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...timetable, created_by: text, created_at: time }),
      key: ['timetable_id'],
      example: { ...exampleTimetable, created_by: sample.admin, created_at: '2024-12-20T09:00:00Z' },
    }),
    TIMETABLE_PUBLISHED: event({
      summary: 'Timetable published',
      trigger: 'Admin action',
      version: '1.0',
      origin: 'contract',
      payload: struct({
        ...timetable,
        entry_count: count,
        published_by: text,
        published_at: time,
        effective_from: optionalTime,
      }),
      key: ['timetable_id'],
      example: {
        ...exampleTimetable,
        entry_count: 24,
        published_by: sample.admin,
        published_at: '2024-12-27T09:00:00Z',
        effective_from: '2025-01-06T00:00:00+05:30',
      },
    }),
    TIMETABLE_UPDATED: event({
      summary: 'Timetable modified',
      trigger: 'Edit action',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...timetable, is_published: flag, changes, updated_by: text, updated_at: time }),
      key: ['timetable_id'],
      example: {
        ...exampleTimetable,
        is_published: true,
        changes: { effective_from: { old_value: '2025-01-06', new_value: '2025-01-13' } },
        updated_by: sample.admin,
        updated_at: '2024-12-28T09:00:00Z',
      },
    }),
    ENTRY_ADDED: event({
      summary: 'Schedule entry added',
      trigger: 'Admin action',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...entryOf, added_by: text, added_at: time }),
      key: ['timetable_id'],
      example: { ...exampleEntryOf, added_by: sample.admin, added_at: '2024-12-27T13:00:00Z' },
    }),
    ENTRY_MODIFIED: event({
      summary: 'Schedule entry modified',
      trigger: 'Edit action',
      version: '1.0',
      origin: 'designed',
      payload: struct({
        ...entryOf,
        changes: changes.describe('The fields of the entry that differ; `entry` holds the new state.'),
        affected_course_ids: list(z.string()).describe(
          'The course, and the one it replaces if the course itself was changed.',
        ),
        affected_faculty_ids: list(z.string()),
        reason: optionalText,
        effective_from: optionalTime,
        modified_by: text,
        modified_at: time,
      }),
      key: ['timetable_id'],
      example: {
        ...exampleEntryOf,
        changes: {
          day_of_week: { old_value: 4, new_value: 5 },
          room_name: { old_value: 'C-101', new_value: 'C-204' },
        },
        affected_course_ids: [sample.course],
        affected_faculty_ids: [sample.faculty],
        reason: 'The lab is being repaired',
        effective_from: '2025-01-06T00:00:00+05:30',
        modified_by: sample.admin,
        modified_at: '2024-12-27T13:00:00Z',
      },
    }),
    ENTRY_DELETED: event({
      summary: 'Schedule entry deleted',
      trigger: 'Delete action',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...entryOf, reason: optionalText, deleted_by: text, deleted_at: time }),
      key: ['timetable_id'],
      example: {
        ...exampleEntryOf,
        reason: 'Tutorial merged with the lecture',
        deleted_by: sample.admin,
        deleted_at: '2024-12-27T13:00:00Z',
      },
    }),
    ROOM_CONFLICT_DETECTED: event({
      summary: 'Room booking conflict',
      trigger: 'Validation',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...conflict, room_id: text, room_name: optionalText }),
      key: ['timetable_id'],
      example: { ...exampleConflict, room_id: sample.room, room_name: 'C-204' },
    }),
    FACULTY_CONFLICT_DETECTED: event({
      summary: 'Faculty schedule conflict',
      trigger: 'Validation',
      version: '1.0',
      origin: 'designed',
      payload: struct({ ...conflict, faculty_id: text, faculty_name: optionalText }),
      key: ['timetable_id'],
      example: { ...exampleConflict, faculty_id: sample.faculty, faculty_name: 'Dr. Smith' },
    }),
  },
});
