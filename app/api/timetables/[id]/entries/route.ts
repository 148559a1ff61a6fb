import * as z from 'zod';
import { WrittenEntry } from '@/lib/contracts/http/plan';
import { WriteEntry } from '@/lib/contracts/http/timetable-requests';
import { addEntry } from '@/lib/domain/timetable/add-entry';
import { versionTag } from '../../../conditional-request';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Add a class to a draft; the answer tells what it is in conflict with',
    tag: 'timetable',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: WriteEntry,
    status: 201,
    result: WrittenEntry,
    idempotent: true,
    etag: ({ entry }) => versionTag(entry.version),
    problems: ['resource.not_found'],
  },
  ({ params, body, user, correlationId, services }) =>
    addEntry(services.unitOfWork, { actor: user, correlationId, timetableId: params.id, entry: body }),
);
