import * as z from 'zod';
import { RoomView } from '@/lib/contracts/http/timetable';
import { WriteRoom } from '@/lib/contracts/http/timetable-requests';
import { deleteRoom, editRoom } from '@/lib/domain/timetable/write-room';
import { versionTag } from '../../conditional-request';
import { userRoute } from '../../route-wrapper';

const one = { tag: 'timetable', access: ['admin'], params: z.object({ id: z.string() }) } as const;

export const PUT = userRoute(
  {
    ...one,
    summary: 'Change a room',
    body: WriteRoom,
    result: RoomView,
    ifMatch: 'required',
    etag: ({ version }) => versionTag(version),
    problems: ['resource.not_found', 'room.code_taken'],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    services.unitOfWork.run({ correlationId }, (tx) =>
      editRoom(tx, { actor: user, correlationId, ifMatch }, params.id, body),
    ),
);

export const DELETE = userRoute(
  {
    ...one,
    summary: 'Take away a room that no class is planned in',
    result: z.undefined(),
    status: 204,
    ifMatch: 'optional',
    problems: ['resource.not_found', 'room.in_use'],
  },
  async ({ params, ifMatch, user: actor, correlationId, services }) => {
    const by = { actor, correlationId, ifMatch };
    await services.unitOfWork.run({ correlationId }, (tx) => deleteRoom(tx, by, params.id));
    return undefined;
  },
);
