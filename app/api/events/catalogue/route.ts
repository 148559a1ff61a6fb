import { describeCatalogue } from '@/lib/contracts/events/describe-catalogue';
import { EventCatalogue } from '@/lib/contracts/http/event-desk';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'Every topic and event type: producers, consumers, fields, examples',
    tag: 'events',
    access: ['admin'],
    result: EventCatalogue,
  },
  async () => describeCatalogue(),
);
