import { AnnouncementListQuery, CreateAnnouncement } from '@/lib/contracts/http/announcement';
import { createAnnouncement } from '@/lib/domain/announcement/create-announcement';
import { listAnnouncements } from '@/lib/domain/announcement/queries';
import { placeAfter } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  { access: 'signed-in', query: AnnouncementListQuery },
  ({ query, user, services }) =>
    listAnnouncements(services.database.sql, user, { after: placeAfter(query.cursor), limit: query.limit }),
);

export const POST = userRoute(
  { access: ['admin'], body: CreateAnnouncement, status: 201 },
  ({ body, user, correlationId, services }) =>
    createAnnouncement(services.unitOfWork, { actor: user, correlationId, draft: body }),
);
