import * as z from 'zod';
import { AnnouncementView, EditAnnouncement } from '@/lib/contracts/http/announcement';
import { humanText } from '@/lib/contracts/http/text';
import { deleteAnnouncement } from '@/lib/domain/announcement/delete-announcement';
import { editAnnouncement } from '@/lib/domain/announcement/edit-announcement';
import { findAnnouncement } from '@/lib/domain/announcement/queries';
import { DomainProblem } from '@/lib/domain/problem';
import { versionTag } from '../../conditional-request';
import { userRoute } from '../../route-wrapper';

/** Of the same version, a reader who has acknowledged it gets another answer than one who has not. */
const etagOf = ({ version, acknowledged_at }: AnnouncementView) =>
  versionTag(version, acknowledged_at === null ? undefined : 'acknowledged');

const one = { tag: 'announcements', params: z.object({ id: z.string() }) } as const;

export const GET = userRoute(
  {
    ...one,
    summary: 'One announcement',
    access: 'signed-in',
    result: AnnouncementView,
    etag: etagOf,
    problems: ['resource.not_found'],
  },
  async ({ params, user, services }) => {
    const announcement = await findAnnouncement(services.database.sql, user, params.id);
    if (!announcement) throw new DomainProblem('resource.not_found');
    return announcement;
  },
);

export const PATCH = userRoute(
  {
    ...one,
    summary: 'Edit an announcement',
    access: ['faculty', 'admin'],
    body: EditAnnouncement,
    result: AnnouncementView,
    etag: etagOf,
    ifMatch: 'required',
    problems: [
      'resource.not_found',
      'announcement.target_fixed',
      'announcement.archived',
      'announcement.unknown_target',
    ],
  },
  ({ params, body, ifMatch, user, correlationId, services }) =>
    editAnnouncement(services.unitOfWork, {
      actor: user,
      correlationId,
      id: params.id,
      ifMatch,
      change: body,
    }),
);

export const DELETE = userRoute(
  {
    ...one,
    summary: 'Delete an announcement for everybody',
    access: ['faculty', 'admin'],
    query: z.object({ reason: humanText(0, 500).default('') }),
    result: z.undefined(),
    status: 204,
    ifMatch: 'optional',
    problems: ['resource.not_found'],
  },
  async ({ params, query, ifMatch, user, correlationId, services }) => {
    const request = { actor: user, correlationId, id: params.id, reason: query.reason };
    await deleteAnnouncement(services.unitOfWork, { ...request, ifMatch: ifMatch ?? undefined });
    return undefined;
  },
);
