import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { EventDesk } from '@/components/event-desk/event-desk';

export const generateMetadata = titled((text) => text.layout.places.events);

export default async function TraceOfRequest({ params }: { params: Promise<{ correlationId: string }> }) {
  const { correlationId } = await params;
  await requireUser(`/admin/events/trace/${correlationId}`, ['admin']);
  return <EventDesk page="trace" correlationId={decodeURIComponent(correlationId)} />;
}
