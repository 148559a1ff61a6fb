import * as z from 'zod';
import { publicRoute } from '../route-wrapper';

/** Answers 503 (a problem) when the database does not. */
export const GET = publicRoute(
  {
    summary: 'Whether the service can answer',
    tag: 'service',
    result: z.object({ status: z.literal('ok') }),
  },
  async ({ services }) => {
    await services.database.sql.query('SELECT 1');
    return { status: 'ok' as const };
  },
);
