import { createHash } from 'node:crypto';
import * as z from 'zod';
import { readCalendar } from '@/lib/domain/calendar/read-calendar';
import { publicRoute } from '../../route-wrapper';

export const GET = publicRoute(
  {
    summary: 'The calendar file behind a secret address, `{token}.ics`: no session is needed',
    tag: 'timetable',
    params: z.object({ token: z.string() }),
    result: z.string(),
    mediaType: 'text/calendar; charset=utf-8',
    fileName: 'timetable.ics',
    // A calendar program may keep it, and asks each time whether it is still the same.
    cacheControl: 'private, no-cache',
    etag: (text) => createHash('sha256').update(text).digest('base64url'),
    problems: ['resource.not_found'],
  },
  ({ params, correlationId, services }) =>
    readCalendar(
      { ...services, timeZone: services.universityTimeZone },
      { file: params.token, correlationId },
    ),
);
