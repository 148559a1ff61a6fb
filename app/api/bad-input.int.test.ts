import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRoute } from '@/tests/call-route';
import { createDepartment, createNotification, createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

const draft = { title: 'Title', content: 'Text', target_audience: 'all' };

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let student: TestUser;
let admin: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  const departmentId = await createDepartment(database.sql, 'CS');
  student = await createUser(database.sql, { role: 'student', departmentId });
  admin = await createUser(database.sql, { role: 'admin' });
});
afterAll(() => database.drop());

describe('bad input', () => {
  const post = (options: Parameters<typeof callRoute>[1]) =>
    callRoute('POST /api/announcements', { cookie: admin.cookie, ...options });
  const target = (details: object, audience = 'department') => ({
    ...draft,
    target_audience: audience,
    target_details: details,
  });

  it.each([
    ['not JSON', { raw: '{"title":' }, 400, 'request.malformed', undefined],
    ['no body', {}, 415, 'request.wrong_media_type', undefined],
    [
      'a form',
      { raw: 'title=x', headers: { 'content-type': 'text/plain' } },
      415,
      'request.wrong_media_type',
      undefined,
    ],
    ['too large', { raw: `"${'x'.repeat(600_000)}"` }, 413, 'request.too_large', undefined],
    ['a list', { body: [] }, 422, 'request.invalid', ''],
    ['a wrong type', { body: { ...draft, title: 7 } }, 422, 'request.invalid', 'title'],
    ['an empty title', { body: { ...draft, title: '  ' } }, 422, 'request.invalid', 'title'],
    [
      'an unknown audience',
      { body: { ...draft, target_audience: 'everyone' } },
      422,
      'request.invalid',
      'target_audience',
    ],
    ['no department named', { body: target({}) }, 422, 'request.invalid', 'target_details.department_ids'],
    [
      'an unknown department',
      { body: target({ department_ids: ['CS', 'NOPE'] }) },
      422,
      'announcement.unknown_target',
      'target_details.department_ids.1',
    ],
    [
      'an unknown user',
      { body: target({ user_ids: [randomUUID()] }, 'users') },
      422,
      'announcement.unknown_target',
      'target_details.user_ids.0',
    ],
    [
      'a foreign origin',
      { body: draft, headers: { origin: 'https://evil.example' } },
      403,
      'origin.foreign',
      undefined,
    ],
    ['a null character', { body: { ...draft, title: 'a\u0000b' } }, 422, 'request.invalid', 'title'],
  ])('%s', async (_what, options, status, code, field) => {
    const response = await post(options);
    const problem = await response.json();
    expect([response.status, problem.code]).toEqual([status, code]);
    expect(problem.errors?.[0]?.field).toBe(field);
  });

  it('counts no audience that cannot be published to', async () => {
    const count = (target_audience: string, target_details: object) =>
      callRoute('POST /api/announcements/audience-count', {
        cookie: admin.cookie,
        body: { target_audience, target_details },
      });
    expect(await (await count('department', { department_ids: ['CS'] })).json()).toEqual({ recipients: 1 });
    for (const [audience, details, field] of [
      ['department', { department_ids: ['NOPE'] }, 'target_details.department_ids.0'],
      ['users', { user_ids: [randomUUID()] }, 'target_details.user_ids.0'],
      ['role', {}, 'target_details.role_names'],
      ['all', { role_names: ['student'] }, 'target_details.role_names'],
    ] as const) {
      const response = await count(audience, details);
      expect(response.status).toBe(422);
      expect((await response.json()).errors[0].field).toBe(field);
    }
  });

  it.each(['x', '💥', '%00', '../../etc', 'WyJ4IiwieSJd', '1'.repeat(150)])(
    'a cursor that is none: %s',
    async (cursor) => {
      for (const name of ['GET /api/notifications', 'GET /api/announcements']) {
        const response = await callRoute(name, {
          cookie: student.cookie,
          query: `?cursor=${encodeURIComponent(cursor)}`,
        });
        expect(response.status).toBe(422);
      }
    },
  );

  it('a cursor of another list, or of the same one with another filter', async () => {
    for (let count = 0; count < 2; count++) {
      await createNotification(database.sql, admin.id);
      await post({ body: draft });
    }
    const list = async (name: string, query: string) => {
      const response = await callRoute(name, { cookie: admin.cookie, query });
      const { next_cursor, errors } = await response.json();
      return { status: response.status, cursor: String(next_cursor), field: errors?.[0]?.field };
    };
    const notifications = await list('GET /api/notifications', '?limit=1');
    const announcements = await list('GET /api/announcements', '?limit=1');
    for (const [name, query, status] of [
      ['GET /api/notifications', `?cursor=${notifications.cursor}`, 200],
      ['GET /api/announcements', `?cursor=${announcements.cursor}&limit=100`, 200],
      ['GET /api/notifications', `?cursor=${announcements.cursor}`, 422],
      ['GET /api/announcements', `?cursor=${notifications.cursor}`, 422],
      ['GET /api/notifications', `?unread=true&cursor=${notifications.cursor}`, 422],
    ] as const) {
      const answer = await list(name, query);
      expect([answer.status, answer.field]).toEqual([status, status === 422 ? 'cursor' : undefined]);
    }
  });

  it.each(['10000', '101', '0', '-1', '1.5', 'many', ''])('a page of %s', async (limit) => {
    for (const name of ['GET /api/notifications', 'GET /api/announcements']) {
      const response = await callRoute(name, { cookie: admin.cookie, query: `?limit=${limit}` });
      expect([response.status, (await response.json()).errors[0].field]).toEqual([422, 'limit']);
    }
  });

  it.each(['not-a-uuid', '1', `${randomUUID()}x`, '%00', '💥'])('an id that is none: %s', async (id) => {
    expect((await callRoute('GET /api/announcements/[id]', { cookie: admin.cookie, id })).status).toBe(404);
    expect(
      (await callRoute('POST /api/announcements/[id]/publish', { cookie: admin.cookie, id })).status,
    ).toBe(404);
    expect((await callRoute('POST /api/notifications/[id]/read', { cookie: admin.cookie, id })).status).toBe(
      404,
    );
  });

  it('keeps a sane correlation id and replaces any other', async () => {
    const sent = async (id: string) =>
      (
        await callRoute('GET /api/me', { cookie: student.cookie, headers: { 'x-correlation-id': id } })
      ).headers.get('x-correlation-id');
    expect(await sent('req-12345-abcde')).toBe('req-12345-abcde');
    expect(await sent('bad id with spaces')).not.toContain(' ');
  });
});
