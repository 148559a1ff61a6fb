import * as z from 'zod';

export interface CourseSearch {
  searchParams: Promise<{ course?: string | string[] }>;
}

/** The course that an address asks for; `undefined` where it names none. Whether there is one, the page finds out. */
export async function courseOf(searchParams: CourseSearch['searchParams']): Promise<string | undefined> {
  return z.uuid().safeParse((await searchParams).course).data;
}
