import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { EventDesk } from '@/components/event-desk/event-desk';

export const generateMetadata = titled((text) => text.layout.places.events);

export default async function Lag() {
  await requireUser('/admin/events/lag', ['admin']);
  return <EventDesk page="lag" />;
}
