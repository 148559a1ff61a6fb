import * as z from 'zod';
import { AttendanceSession, MarksSaved } from '@/lib/contracts/http/attendance';
import { MarkAll, SaveMarks } from '@/lib/contracts/http/attendance-requests';

const one = {
  tag: 'attendance',
  access: ['faculty', 'admin'],
  params: z.object({ id: z.string() }),
  idempotent: true,
} as const;

const refusals = [
  'resource.not_found',
  'attendance.cancelled',
  'attendance.too_early',
  'attendance.frozen',
  'attendance.reason_needed',
  'attendance.not_in_course',
] as const;

export const markSome = {
  ...one,
  summary: 'Mark students of a class, all or nothing',
  body: SaveMarks,
  result: MarksSaved,
  problems: [...refusals, 'precondition.failed'],
} as const;

export const markEverybody = {
  ...one,
  summary: 'Mark the whole class at once, or all who have no mark',
  body: MarkAll,
  result: MarksSaved,
  problems: refusals,
} as const;

export const closeOne = {
  ...one,
  summary: 'Close the attendance of a class: a later change needs a reason',
  result: AttendanceSession,
  problems: ['resource.not_found', 'attendance.cancelled', 'attendance.too_early'],
} as const;

export const reopenOne = {
  ...one,
  summary: 'Open the attendance of a class again',
  result: AttendanceSession,
  problems: ['resource.not_found', 'attendance.frozen'],
} as const;
