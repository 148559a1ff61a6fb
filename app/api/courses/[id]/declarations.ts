import * as z from 'zod';
import { CourseView } from '@/lib/contracts/http/course';
import { EditCourse, WithReason } from '@/lib/contracts/http/course-requests';

const one = {
  tag: 'courses',
  params: z.object({ id: z.string() }),
  problems: ['resource.not_found'],
} as const;

// Its version says nothing of its seats, so an answer has no entity tag; an edit names the version in it.
export const readOne = { ...one, summary: 'One course', access: 'signed-in', result: CourseView } as const;

export const editOne = {
  ...one,
  summary: 'Edit a course: section, seats, offers, faculty',
  access: ['admin'],
  body: EditCourse,
  result: CourseView,
  ifMatch: 'required',
  problems: ['resource.not_found', 'course.section_taken'],
} as const;

export const deleteOne = {
  ...one,
  summary: 'Delete a course, and take everybody out of it',
  access: ['admin'],
  query: WithReason,
  result: z.undefined(),
  status: 204,
  ifMatch: 'optional',
} as const;
