'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { ChosenAudience } from '@/lib/client/announcement/announcement-form';
import { type AudienceChoice, isChosen } from '@/lib/client/announcement/audience-choice';
import type { WritingText } from '@/lib/client/announcement/writing-text';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { peopleSearchOptions } from '@/lib/client/person/search-people';
import { useMe } from '@/lib/client/session/me-context';
import { Role } from '@/lib/contracts/http/me';

/** What can still be chosen and fits the words typed: for who announces to a department only its roles. */
export function useAudienceOptions(audience: ChosenAudience, typed: string, text: WritingText) {
  const isAdmin = useMe().role === 'admin';
  const words = typed.trim();
  const departments = useQuery(departmentListOptions());
  const people = useQuery(peopleSearchOptions(useDeferredValue(isAdmin ? words : '')));

  const everyone: AudienceChoice[] = isAdmin ? [{ kind: 'all', id: 'all', name: text.everyone }] : [];
  const roles = Role.options.map((id): AudienceChoice => ({ kind: 'role', id, name: text.roles[id] }));
  const places = (isAdmin ? (departments.data?.items ?? []) : []).map(
    ({ id, name, code }): AudienceChoice => ({ kind: 'department', id, name, detail: code }),
  );
  const known = [...everyone, ...roles, ...places].filter((choice) => fits(choice, words));
  const found = (words === '' ? [] : (people.data?.items ?? [])).map(
    ({ id, name, email, department }): AudienceChoice => ({
      kind: 'users',
      id,
      name,
      detail: department ? `${email}, ${department.code}` : email,
    }),
  );
  return {
    options: [...known, ...found].filter((choice) => !isChosen(audience, choice)),
    isSearching: people.isFetching || departments.isPending,
    isError: people.isError || departments.isError,
  };
}

function fits({ name, detail = '' }: AudienceChoice, words: string): boolean {
  const wanted = words.toLocaleLowerCase();
  return [name, detail].some((each) => each.toLocaleLowerCase().includes(wanted));
}
