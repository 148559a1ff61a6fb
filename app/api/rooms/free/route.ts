import { FreeRooms } from '@/lib/contracts/http/timetable';
import { listFreeRooms } from '@/lib/domain/timetable/write-room';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The rooms that nobody uses now, and until when',
    tag: 'timetable',
    access: 'signed-in',
    result: FreeRooms,
  },
  ({ services }) => listFreeRooms(services.database.sql, services.universityTimeZone),
);
