'use client';

import { useQueries } from '@tanstack/react-query';
import type { AnnouncementDraft } from '@/lib/client/announcement/announcement-form';
import { courseOptions } from '@/lib/client/course/get-course';
import { mostNames } from './use-names';

type Courses = AnnouncementDraft['courses'];

/** The same courses, with what those are called that a saved announcement or a link knows by id alone. */
export function useCourseNames(courses: Courses): Courses {
  const nameless = courses.filter(({ name }) => name === '').slice(0, mostNames);
  const found = useQueries({ queries: nameless.map(({ id }) => courseOptions(id)) });
  const names = new Map(
    found.flatMap(({ data }) => (data ? [[data.id, `${data.code} ${data.section}`]] : [])),
  );
  return courses.map((course) => ({ ...course, name: course.name || (names.get(course.id) ?? '') }));
}
