import { PersonList, PersonView } from '@/lib/contracts/http/person';
import { CreatePerson, PersonListQuery } from '@/lib/contracts/http/person-requests';
import { versionTag } from '../conditional-request';

export const listAll = {
  summary: 'The people of the university, by name; the deleted only when asked for',
  tag: 'people',
  access: ['admin'],
  query: PersonListQuery,
  result: PersonList,
} as const;

export const createOne = {
  summary: 'Make an account; its owner sets the password',
  tag: 'people',
  access: ['admin'],
  body: CreatePerson,
  status: 201,
  result: PersonView,
  idempotent: true,
  etag: ({ version }: PersonView) => versionTag(version),
  location: ({ id }: PersonView) => `/api/people/${id}`,
} as const;
