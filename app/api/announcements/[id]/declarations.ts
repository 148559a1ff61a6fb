import * as z from 'zod';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { humanText } from '@/lib/contracts/http/text';
import { versionTag } from '../../conditional-request';

/** Of the same version, a reader who has acknowledged it gets another answer than one who has not. */
const etag = ({ version, acknowledged_at }: AnnouncementView) =>
  versionTag(version, acknowledged_at === null ? undefined : 'acknowledged');

const one = { tag: 'announcements', params: z.object({ id: z.string() }) } as const;

export const readOne = {
  ...one,
  summary: 'One announcement',
  access: 'signed-in',
  result: AnnouncementView,
  etag,
  problems: ['resource.not_found'],
} as const;

export const editOne = {
  ...one,
  summary: 'Edit an announcement',
  access: ['faculty', 'admin'],
  body: EditAnnouncement,
  result: AnnouncementView,
  etag,
  ifMatch: 'required',
  problems: [
    'resource.not_found',
    'announcement.target_fixed',
    'announcement.archived',
    'announcement.unknown_target',
  ],
} as const;

export const deleteOne = {
  ...one,
  summary: 'Delete an announcement for everybody',
  access: ['faculty', 'admin'],
  query: z.object({ reason: humanText(0, 500).default('') }),
  result: z.undefined(),
  status: 204,
  ifMatch: 'optional',
  problems: ['resource.not_found'],
} as const;
