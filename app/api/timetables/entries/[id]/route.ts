import * as z from 'zod';
import { WrittenEntry } from '@/lib/contracts/http/plan';
import { WriteEntry } from '@/lib/contracts/http/timetable-requests';
import { deleteEntry } from '@/lib/domain/timetable/delete-entry';
import { editEntry } from '@/lib/domain/timetable/edit-entry';
import { versionTag } from '../../../conditional-request';
import { userRoute } from '../../../route-wrapper';

const one = {
  tag: 'timetable',
  access: ['admin'],
  params: z.object({ id: z.string() }),
  problems: ['resource.not_found'],
} as const;

export const PUT = userRoute(
  {
    ...one,
    summary: 'Change a class of a draft',
    body: WriteEntry,
    result: WrittenEntry,
    ifMatch: 'required',
    etag: ({ entry }) => versionTag(entry.version),
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    editEntry(services.unitOfWork, {
      actor: user,
      correlationId,
      entryId: params.id,
      ifMatch,
      entry: body,
    }),
);

export const DELETE = userRoute(
  {
    ...one,
    summary: 'Take a class out of a draft',
    result: z.undefined(),
    status: 204,
    ifMatch: 'optional',
  },
  async ({ params, ifMatch, user, correlationId, services }) => {
    await deleteEntry(services.unitOfWork, { actor: user, correlationId, entryId: params.id, ifMatch });
    return undefined;
  },
);
