import { publicRoute } from '../route-wrapper';

/** Answers 503 (a problem) when the database does not. */
export const GET = publicRoute({}, async ({ services }) => {
  await services.database.sql.query('SELECT 1');
  return { status: 'ok' };
});
