import * as z from 'zod';
import { WrittenEntry } from '@/lib/contracts/http/plan';
import { WriteEntry } from '@/lib/contracts/http/timetable-requests';
import { versionTag } from '../../../conditional-request';

const one = {
  tag: 'timetable',
  access: ['admin'],
  params: z.object({ id: z.string() }),
  problems: ['resource.not_found'],
} as const;

export const editOne = {
  ...one,
  summary: 'Change a class of a draft',
  body: WriteEntry,
  result: WrittenEntry,
  ifMatch: 'required',
  etag: ({ entry }: WrittenEntry) => versionTag(entry.version),
} as const;

export const deleteOne = {
  ...one,
  summary: 'Take a class out of a draft',
  result: z.undefined(),
  status: 204,
  ifMatch: 'optional',
} as const;
