import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { EventDesk } from '@/components/event-desk/event-desk';

export const generateMetadata = titled((text) => text.layout.places.events);

export default async function Unmaskings() {
  await requireUser('/admin/events/unmaskings', ['admin']);
  return <EventDesk page="audit" />;
}
