import * as z from 'zod';
import { RoomView } from '@/lib/contracts/http/timetable';
import { WriteRoom } from '@/lib/contracts/http/timetable-requests';
import { editRoom } from '@/lib/domain/timetable/write-room';
import { userRoute } from '../../route-wrapper';

export const PUT = userRoute(
  {
    summary: 'Change a room',
    tag: 'timetable',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: WriteRoom,
    result: RoomView,
    problems: ['resource.not_found', 'room.code_taken'],
  },
  ({ params, body, user, correlationId, services }) =>
    services.unitOfWork.run({ correlationId }, (tx) =>
      editRoom(tx, { actor: user, correlationId }, params.id, body),
    ),
);
