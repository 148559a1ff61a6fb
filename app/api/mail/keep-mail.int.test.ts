import { afterEach, describe, expect, it, vi } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

const opened: Awaited<ReturnType<typeof prepareWebServices>>[] = [];
const demo = { NODE_ENV: 'production', SEED_DEMO: 'true', SMTP_URL: '' };

/** What an administrator is answered by a process of its own with these settings. */
async function answerWith(settings: Record<string, string>): Promise<number> {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, 'nimbusuServices');
  const database = await prepareWebServices({ ...demo, ...settings });
  opened.push(database);
  const { cookie } = await createUser(database.sql, { role: 'admin' });
  return (await callRoute('GET /api/mail', { cookie })).status;
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.drop();
});

describe('mail that is kept', () => {
  it.each([
    ['in the demo', {}, 200],
    ['in development', { NODE_ENV: 'development', SEED_DEMO: 'false' }, 200],
    ['at a real university', { SEED_DEMO: 'false' }, 404],
    ['beside a mail server', { SMTP_URL: 'smtp://127.0.0.1:2525' }, 404],
    [
      'in development beside a mail server',
      { NODE_ENV: 'development', SMTP_URL: 'smtp://127.0.0.1:2525' },
      404,
    ],
  ])('%s is answered %s', async (_where, settings, status) => {
    expect(await answerWith(settings)).toBe(status);
  });
});
