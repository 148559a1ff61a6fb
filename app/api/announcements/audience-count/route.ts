import { AudienceCount } from '@/lib/contracts/http/announcement';
import { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';
import { countAudience } from '@/lib/domain/announcement/count-audience';
import { userRoute } from '../../route-wrapper';

/** A question by POST: a list of people may be longer than an address can be. */
export const POST = userRoute(
  {
    summary: 'How many people an announcement would reach',
    tag: 'announcements',
    access: ['faculty', 'admin'],
    body: AnnouncementTarget,
    result: AudienceCount,
    problems: ['announcement.unknown_target'],
  },
  ({ body, user, services }) => countAudience(services.database.sql, { actor: user, target: body }),
);
