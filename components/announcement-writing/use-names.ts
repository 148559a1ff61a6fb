'use client';

import { useQuery } from '@tanstack/react-query';
import type { AnnouncementDraft } from '@/lib/client/announcement/announcement-form';
import { peopleByIdOptions } from '@/lib/client/person/search-people';

/** Nobody reads the names of thousands. */
export const mostNames = 50;

type People = AnnouncementDraft['people'];

/** The same people, with the names of those that a saved announcement knows by id alone. */
export function useNames(people: People): People {
  const nameless = people.slice(0, mostNames).filter(({ name }) => name === '');
  const { data } = useQuery(peopleByIdOptions(nameless.map(({ id }) => id)));
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return people.map((person) => ({ ...person, name: person.name || (names.get(person.id) ?? '') }));
}
