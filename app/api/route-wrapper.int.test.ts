import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { DomainProblem } from '@/lib/domain/problem';
import type { SqlTx } from '@/lib/infra/db/sql';
import { pruneIdempotencyKeys } from '@/lib/infra/http/idempotency-key';
import { createUser, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';
import { versionTag } from './conditional-request';
import type { RouteHandler } from './route-declaration';
import { userRoute } from './route-wrapper';

/** What the wrapper adds to a route, shown on routes that exist only here. */
let database: Awaited<ReturnType<typeof prepareWebServices>>;
let admin: TestUser;
let other: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  await database.sql.query('CREATE TABLE note (id serial, text text, version int DEFAULT 1)');
  admin = await createUser(database.sql, { role: 'admin' });
  other = await createUser(database.sql, { role: 'student' });
});
afterAll(() => database.drop());

function send(
  handler: RouteHandler,
  options: {
    method?: string;
    path?: string;
    body?: unknown;
    headers?: Record<string, string>;
    by?: TestUser;
  },
) {
  const { method = 'POST', path = '/api/notes', body, headers, by = admin } = options;
  const init = { method, headers: { cookie: by.cookie, 'content-type': 'application/json', ...headers } };
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    ...init,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return handler(request, { params: Promise.resolve({}) });
}

/** Locks are seen as they are, also from inside a transaction. */
async function untilSomebodyWaits(tx: SqlTx): Promise<void> {
  await vi.waitFor(
    async () =>
      expect((await tx.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rowCount).toBeGreaterThan(0),
    { timeout: 20_000, interval: 5 },
  );
}

const Note = z.object({ id: z.int(), text: z.string(), version: z.int() });
const about = { tag: 'service', access: 'signed-in' } as const;

describe('Idempotency-Key', () => {
  const create = userRoute(
    {
      ...about,
      summary: 'Write a note',
      body: z.object({ text: z.string(), colour: z.string().default('none') }),
      result: Note,
      status: 201,
      idempotent: true,
      location: ({ id }) => `/api/notes/${id}`,
    },
    ({ body, services, correlationId }) =>
      services.unitOfWork.run({ correlationId }, async (tx) => {
        const { rows } = await tx.query<z.infer<typeof Note>>(
          'INSERT INTO note (text) VALUES ($1) RETURNING id, text, version',
          [body.text],
        );
        // The effect is held until another really waits for it.
        if (body.text === 'crowd') await untilSomebodyWaits(tx);
        if (body.text === 'refused') throw new DomainProblem('announcement.already_published');
        const [note] = rows;
        if (!note) throw new Error('not written');
        return note;
      }),
  );
  const post = (text: string, key: string, more: Partial<Parameters<typeof send>[1]> = {}) =>
    send(create, { body: { text }, headers: { 'idempotency-key': key }, ...more });
  const countNotes = async (text: string) =>
    (await database.sql.query('SELECT 1 FROM note WHERE text = $1', [text])).rowCount;

  it('makes one of twenty equal posts at once, and gives all the same answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('crowd', key)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(201));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
    const replayed = answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true');
    expect(replayed).toHaveLength(19);
    expect(await countNotes('crowd')).toBe(1);
  });

  it('refuses another body, and another path, under a used key', async () => {
    const key = randomUUID();
    await post('first', key);
    for (const answer of [await post('second', key), await post('first', key, { path: '/api/elsewhere' })]) {
      expect([answer.status, (await answer.json()).code]).toEqual([422, 'idempotency.key_reused']);
    }
    expect(await countNotes('second')).toBe(0);
  });

  it('understands a body before it compares it', async () => {
    const key = randomUUID();
    await post('said', key);
    const again = await post('said', key, { body: { colour: 'none', text: 'said' } });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('keeps the keys of two users apart', async () => {
    const key = randomUUID();
    expect((await post('mine', key)).status).toBe(201);
    expect((await post('mine', key, { by: other })).status).toBe(201);
    expect(await countNotes('mine')).toBe(2);
  });

  it('leaves no key behind a request that failed', async () => {
    const key = randomUUID();
    expect((await post('refused', key)).status).toBe(409);
    expect((await post('accepted', key)).status).toBe(201);
    expect(await countNotes('refused')).toBe(0);
  });

  it.each(['', 'a b', 'x'.repeat(201), 'ümlaut'])('refuses the key "%s"', async (key) => {
    const answer = await post('bad key', key);
    expect(answer.status).toBe(400);
    expect((await answer.json()).errors[0].field).toBe('Idempotency-Key');
  });

  it('tells one who does not want to wait for ever that the first is still under way', async () => {
    const key = randomUUID();
    await database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO idempotency_key (user_id, key, route, request_hash) VALUES ($1, $2, 'POST /api/notes', 'x')`,
        [admin.id, key],
      );
      const answer = await post('waiting', key);
      expect([answer.status, (await answer.json()).code]).toEqual([409, 'idempotency.in_progress']);
      expect(answer.headers.get('retry-after')).toBe('1');
    });
  });

  it('forgets a key after a day', async () => {
    const [old, fresh] = [randomUUID(), randomUUID()];
    await post('kept', fresh);
    await post('kept', old);
    await database.sql.query(
      `UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE key = $1`,
      [old],
    );
    expect(await pruneIdempotencyKeys(database.sql)).toBe(1);
    expect((await post('kept', fresh)).headers.get('idempotency-replayed')).toBe('true');
    expect((await post('kept', old)).headers.get('idempotency-replayed')).toBeNull();
  });
});

describe('ETag and If-Match', () => {
  const find = async (id: number) => {
    const { rows } = await database.sql.query<z.infer<typeof Note>>(
      'SELECT id, text, version FROM note WHERE id = $1',
      [id],
    );
    const [note] = rows;
    if (!note) throw new DomainProblem('resource.not_found');
    return note;
  };
  const query = z.object({ id: z.coerce.number() });
  const etag = ({ version }: z.infer<typeof Note>) => versionTag(version);
  const read = userRoute({ ...about, summary: 'Read', query, result: Note, etag }, ({ query: { id } }) =>
    find(id),
  );
  const edit = userRoute(
    {
      ...about,
      summary: 'Edit',
      query,
      body: z.object({ text: z.string() }),
      result: Note,
      etag,
      ifMatch: 'required',
    },
    async ({ query: { id }, body, ifMatch }) => {
      const { rowCount } = await database.sql.query(
        'UPDATE note SET text = $2, version = version + 1 WHERE id = $1 AND version = $3',
        [id, body.text, ifMatch],
      );
      const current = await find(id);
      if (rowCount === 0) throw new DomainProblem('precondition.failed', { current });
      return current;
    },
  );

  it('lets one of two editors win and shows the other the newest version', async () => {
    const { rows } = await database.sql.query<{ id: number }>(
      `INSERT INTO note (text) VALUES ('a') RETURNING id`,
    );
    const path = `/api/notes?id=${rows[0]?.id}`;
    const seen = await send(read, { method: 'GET', path });
    const tag = seen.headers.get('etag') ?? '';
    expect(tag).toBe('"v1"');
    const patch = (text: string, headers: Record<string, string>) =>
      send(edit, { method: 'PATCH', path, body: { text }, headers });
    const answers = await Promise.all([patch('b', { 'if-match': tag }), patch('c', { 'if-match': tag })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const [won, lost] = answers[0]?.status === 200 ? answers : answers.toReversed();
    const problem = await lost?.json();
    expect(problem).toMatchObject({ code: 'precondition.failed', current: await won?.json() });
    expect([won?.headers.get('etag'), lost?.headers.get('etag')]).toEqual(['"v2"', '"v2"']);
    expect((await patch('d', {})).status).toBe(428);
    expect((await patch('d', { 'if-match': '*' })).status).toBe(400);
    expect((await patch('d', { 'if-match': '"v99999999999"' })).status).toBe(412);
  });

  it('does not send again what the client has', async () => {
    const path = '/api/notes?id=1';
    const tag = (await send(read, { method: 'GET', path })).headers.get('etag') ?? '';
    const again = await send(read, { method: 'GET', path, headers: { 'if-none-match': tag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await send(read, { method: 'GET', path, headers: { 'if-none-match': '"v0"' } })).status).toBe(
      200,
    );
  });
});
