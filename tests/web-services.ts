import { createTestDatabase } from '@/lib/infra/testing/test-database';
import { TEST_SECRET } from './campus';

/** Settings for route handlers that run in the test's own process, on a database of the test file's own. */
export async function prepareWebServices(settings: Readonly<Record<string, string>> = {}) {
  const database = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: TEST_SECRET,
    NEXTAUTH_URL: 'http://127.0.0.1:3000',
    LOG_LEVEL: 'silent',
    ...settings,
  });
  return {
    ...database,
    async drop() {
      const { services } = await import('@/app/api/services');
      await services().database.close();
      await database.drop();
    },
  };
}
