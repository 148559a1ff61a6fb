import * as z from 'zod';
import { PersonView } from '@/lib/contracts/http/person';
import {
  ChangeRole,
  DeletePersonQuery,
  EditPerson,
  SuspendPerson,
} from '@/lib/contracts/http/person-requests';
import { versionTag } from '../../conditional-request';

const admins = { tag: 'people', params: z.object({ id: z.string() }), access: ['admin'] } as const;
const one = {
  ...admins,
  result: PersonView,
  etag: ({ version }: PersonView) => versionTag(version),
} as const;

export const readOne = { ...one, summary: 'One account', problems: ['resource.not_found'] } as const;

export const editOne = {
  ...one,
  summary: 'Change what is known of a person',
  body: EditPerson,
  ifMatch: 'required',
  problems: ['resource.not_found', 'person.deleted'],
} as const;

export const deleteOne = {
  ...admins,
  summary: 'Delete an account softly, and end its sessions',
  query: DeletePersonQuery,
  result: z.undefined(),
  status: 204,
  ifMatch: 'optional',
  problems: ['resource.not_found', 'person.is_self', 'person.last_admin'],
} as const;

export const suspendOne = {
  ...one,
  summary: 'Suspend an account, until a time or until it is activated, and end its sessions',
  body: SuspendPerson,
  ifMatch: 'optional',
  problems: ['resource.not_found', 'person.deleted', 'person.is_self', 'person.last_admin'],
} as const;

export const activateOne = {
  ...one,
  summary: 'Open a suspended or deleted account again',
  ifMatch: 'optional',
  problems: ['resource.not_found'],
} as const;

export const changeRoleOfOne = {
  ...one,
  summary: 'Give a person another role, with effect on open browsers',
  body: ChangeRole,
  ifMatch: 'optional',
  problems: ['resource.not_found', 'person.deleted', 'person.is_self', 'person.last_admin'],
} as const;
