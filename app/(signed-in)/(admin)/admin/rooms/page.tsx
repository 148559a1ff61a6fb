import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { RoomsPage } from '@/components/room/rooms-page';

export const generateMetadata = titled((text) => text.room.title);

export default async function AdminRooms() {
  await requireUser('/admin/rooms', ['admin']);
  return <RoomsPage />;
}
