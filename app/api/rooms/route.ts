import * as z from 'zod';
import { RoomList, RoomView } from '@/lib/contracts/http/timetable';
import { WriteRoom } from '@/lib/contracts/http/timetable-requests';
import { createRoom, listRooms } from '@/lib/domain/timetable/write-room';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The rooms by code',
    tag: 'timetable',
    access: 'signed-in',
    query: z.object({
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    result: RoomList,
  },
  ({ query, services }) => listRooms(services.database.sql, pageOf('rooms', query, 'name')),
);

export const POST = userRoute(
  {
    summary: 'Add a room',
    tag: 'timetable',
    access: ['admin'],
    body: WriteRoom,
    status: 201,
    result: RoomView,
    idempotent: true,
    problems: ['room.code_taken'],
  },
  ({ body, user, correlationId, services }) =>
    services.unitOfWork.run({ correlationId }, (tx) => createRoom(tx, { actor: user, correlationId }, body)),
);
