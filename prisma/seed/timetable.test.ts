import { expect, it } from 'vitest';
import { findConflicts } from '@/lib/domain/timetable/find-conflicts';
import { seedCourses, seedEnrollments } from './courses';
import { seedTerms } from './terms';
import { seedEntries } from './timetable';

it('gives every course of the term two classes a week, without a conflict', () => {
  const [past, current] = seedTerms(new Date('2026-11-27T12:00:00Z'));
  const entries = seedEntries(current);
  expect(entries).toHaveLength(seedCourses(current).length * 2);
  const attended = new Map<string, string[]>();
  for (const { courseId, studentId } of seedEnrollments(past, current))
    attended.set(studentId, [...(attended.get(studentId) ?? []), courseId]);
  const common = new Map<string, Map<string, number>>();
  for (const courses of attended.values())
    for (const a of courses)
      for (const b of courses) common.set(a, (common.get(a) ?? new Map<string, number>()).set(b, 1));
  const classes = entries.map(({ id, dayOfWeek, ...entry }) => ({
    ...entry,
    entryId: id,
    slot: {
      firstDay: dayOfWeek,
      lastDay: dayOfWeek + 70,
      stepDays: 7 as const,
      startMinute: entry.startMinute,
      endMinute: entry.endMinute,
    },
  }));
  expect(findConflicts(classes, { seats: new Map(), students: new Map(), common, unavailable: [] })).toEqual(
    [],
  );
});
