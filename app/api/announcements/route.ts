import { AnnouncementList, AnnouncementView } from '@/lib/contracts/http/announcement';
import { AnnouncementListQuery, CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { createAnnouncement } from '@/lib/domain/announcement/create-announcement';
import { listAnnouncements } from '@/lib/domain/announcement/queries';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The announcements the caller received or wrote, newest first',
    tag: 'announcements',
    access: 'signed-in',
    query: AnnouncementListQuery,
    result: AnnouncementList,
  },
  ({ query, user, services }) =>
    listAnnouncements(services.database.sql, user, { ...query, ...pageOf('announcements', query) }),
);

export const POST = userRoute(
  {
    summary: 'Write a draft',
    tag: 'announcements',
    access: ['faculty', 'admin'],
    body: CreateAnnouncement,
    status: 201,
    result: AnnouncementView,
    idempotent: true,
    location: ({ id }) => `/api/announcements/${id}`,
    problems: ['announcement.unknown_target'],
  },
  ({ body, user, correlationId, services }) =>
    createAnnouncement(services.unitOfWork, { actor: user, correlationId, draft: body }),
);
