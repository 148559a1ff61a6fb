'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { ChosenAudience } from '@/lib/client/announcement/announcement-form';
import { type AudienceChoice, isChosen } from '@/lib/client/announcement/audience-choice';
import type { WritingText } from '@/lib/client/announcement/writing-text';
import { courseSearchOptions } from '@/lib/client/course/search-courses';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { peopleSearchOptions } from '@/lib/client/person/search-people';
import { useMe } from '@/lib/client/session/me-context';
import { Role } from '@/lib/contracts/http/me';

/** What can still be chosen and fits the words typed: for faculty the roles, their department and the courses they teach. */
export function useAudienceOptions(audience: ChosenAudience, typed: string, text: WritingText) {
  const me = useMe();
  const isAdmin = me.role === 'admin';
  const words = typed.trim();
  const departments = useQuery(departmentListOptions());
  const searched = useDeferredValue(isAdmin ? words : '');
  const people = useQuery(peopleSearchOptions(searched));
  const courses = useQuery(courseSearchOptions(isAdmin ? { query: searched } : { teaching: true }));

  const everyone: AudienceChoice[] = isAdmin ? [{ kind: 'all', id: 'all', name: text.everyone }] : [];
  const roles = Role.options.map((id): AudienceChoice => ({ kind: 'role', id, name: text.roles[id] }));
  const ownDepartment = me.may_announce_to_department && me.department ? [me.department] : [];
  const places = (isAdmin ? (departments.data?.items ?? []) : ownDepartment).map(
    ({ id, name, code }): AudienceChoice => ({ kind: 'department', id, name, detail: code }),
  );
  const sections = (isAdmin && words === '' ? [] : (courses.data?.items ?? [])).map(
    (course): AudienceChoice => ({
      kind: 'course',
      id: course.id,
      name: `${course.code} ${course.section}`,
      detail: `${course.name}, ${course.term.name}`,
    }),
  );
  const known = [...everyone, ...roles, ...places, ...(isAdmin ? [] : sections)].filter((choice) =>
    fits(choice, words),
  );
  const found = (words === '' ? [] : (people.data?.items ?? [])).map(
    ({ id, name, email, department }): AudienceChoice => ({
      kind: 'users',
      id,
      name,
      detail: department ? `${email}, ${department.code}` : email,
    }),
  );
  return {
    options: [...known, ...(isAdmin ? sections : []), ...found].filter(
      (choice) => !isChosen(audience, choice),
    ),
    isSearching: people.isFetching || courses.isFetching || departments.isPending,
    isError: people.isError || courses.isError || departments.isError,
  };
}

function fits({ name, detail = '' }: AudienceChoice, words: string): boolean {
  const wanted = words.toLocaleLowerCase();
  return [name, detail].some((each) => each.toLocaleLowerCase().includes(wanted));
}
