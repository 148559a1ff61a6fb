import * as z from 'zod';
import { unsubscribe } from '@/lib/domain/notification-preference/unsubscribe';
import { publicRoute } from '../../route-wrapper';

const params = z.object({ token: z.string() });

/** Whoever follows the link sees the settings: mail scanners follow links too, and must change nothing. */
export const GET = publicRoute(
  {
    summary: 'The link of a mail in a browser: on to how one wants to be told',
    tag: 'notifications',
    params,
    result: z.object({}),
    status: 303,
    location: () => '/profile/notifications',
  },
  async () => ({}),
);

export const POST = publicRoute(
  {
    summary: 'No more mail of this sort, as a mail program says for its reader (RFC 8058)',
    tag: 'notifications',
    params,
    result: z.undefined(),
    status: 204,
    problems: ['resource.not_found', 'request.invalid'],
  },
  async ({ params: { token }, correlationId, services }) => {
    const { unitOfWork, unsubscribeTokens, universityTimeZone } = services;
    await unsubscribe(unitOfWork, unsubscribeTokens, { token, correlationId, universityTimeZone });
    return undefined;
  },
);
