import * as z from 'zod';
import { CustomStatusView } from '@/lib/contracts/http/attendance-rules';
import { WriteCustomStatus } from '@/lib/contracts/http/attendance-rules-requests';
import { deleteStatus, editStatus } from '@/lib/domain/attendance/write-status';
import { versionTag } from '../../../conditional-request';
import { userRoute } from '../../../route-wrapper';

const one = { tag: 'attendance', access: ['admin'], params: z.object({ code: z.string() }) } as const;

export const PUT = userRoute(
  {
    ...one,
    summary: 'Change an attendance status; marks that have it keep their points',
    body: WriteCustomStatus,
    result: CustomStatusView,
    ifMatch: 'required',
    etag: ({ version }) => versionTag(version),
    problems: ['resource.not_found'],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    services.unitOfWork.run({ correlationId }, (tx) =>
      editStatus(tx, { actor: user, correlationId, ifMatch }, params.code, body),
    ),
);

export const DELETE = userRoute(
  {
    ...one,
    summary: 'Take away an attendance status that no mark has had',
    result: z.undefined(),
    status: 204,
    ifMatch: 'optional',
    problems: ['resource.not_found', 'attendance.status_in_use'],
  },
  async ({ params, ifMatch, user: actor, correlationId, services }) => {
    const by = { actor, correlationId, ifMatch };
    await services.unitOfWork.run({ correlationId }, (tx) => deleteStatus(tx, by, params.code));
    return undefined;
  },
);
