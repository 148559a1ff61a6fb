import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkInKeys } from '@/lib/client/check-in/check-in-keys';
import { createCatchUpMemory } from '@/lib/client/realtime/catch-up-memory';
import { createConnectionStore } from '@/lib/client/realtime/connection-store';
import { createSocket } from '@/lib/client/realtime/create-socket';
import { startRealtime } from '@/lib/client/realtime/start-realtime';
import { CheckInWall } from '@/lib/contracts/http/check-in';
import { createCheckInCodes } from '@/lib/domain/attendance/check-in-token';
import { TIME_ZONE } from './attendance-course';
import { startBffProcess } from './bff-process';
import { callRoute } from './call-route';
import { createUser, TEST_SECRET, type TestUser } from './campus';
import { createClass } from './check-in-campus';
import { prepareWebServices } from './web-services';

const PHONES = 200;
const CHECK_IN = '/api/attendance/sessions/[id]/check-in';

/** A hall of phones through the real routes; the events through a real BFF; the walls by the browser's own code. */
describe('a hall checks in', () => {
  let database: Awaited<ReturnType<typeof prepareWebServices>>;
  let students: TestUser[];
  let teacher: TestUser;
  let sessionId: string;
  const undo: (() => unknown)[] = [];

  beforeAll(async () => {
    database = await prepareWebServices({ UNIVERSITY_TIME_ZONE: TIME_ZONE, RATE_LIMIT_WRITES: '100000' });
    undo.push(() => database.drop());
    teacher = await createUser(database.sql, { role: 'faculty' });
    students = await Promise.all(
      Array.from({ length: PHONES }, () => createUser(database.sql, { role: 'student' })),
    );
    const ids = students.map(({ id }) => id);
    const made = await createClass(database.sql, { code: 'HALL', students: ids, facultyId: teacher.id });
    sessionId = made.sessionId;
    const started = await ask('POST', teacher, { absent_at_close: true });
    expect(started.status).toBe(200);
    const bff = await startBffProcess({ databaseUrl: database.url, brokers: null });
    undo.push(() => bff.stop());
    await openWall(bff.origin, teacher);
  });
  afterAll(async () => {
    for (const each of undo.reverse()) await each();
  });

  const ask = (method: string, user: TestUser, body?: object) =>
    callRoute(`${method} ${CHECK_IN}`, { id: sessionId, cookie: user.cookie, body });
  const fresh = async () => CheckInWall.parse(await (await ask('GET', teacher)).json());

  let queryClient: QueryClient;
  /** Loaded once; from then on pushes alone change it. */
  async function openWall(origin: string, user: TestUser): Promise<void> {
    queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
    const queryKey = checkInKeys.wall(sessionId);
    await queryClient.fetchQuery({ queryKey, queryFn: fresh });
    const observer = new QueryObserver(queryClient, { queryKey, queryFn: fresh, staleTime: Infinity });
    undo.push(observer.subscribe(() => undefined));
    const memory = createCatchUpMemory(user.id, () => storage, fail);
    const connection = createConnectionStore();
    const stop = startRealtime({
      socket: createSocket(origin, { cookie: user.cookie }),
      queryClient,
      connection,
      network: { isOnline: () => true, subscribe: () => () => undefined },
      memory,
      onArrived: () => undefined,
      onCaughtUp: () => undefined,
      onChanged: () => undefined,
      onEnded: () => undefined,
      report: fail,
    });
    undo.push(stop);
    await vi.waitFor(() => expect(connection.get().status).toBe('live'), { timeout: 20_000 });
  }
  const kept = new Map<string, string>();
  const storage: Storage = {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
  const fail = (fault: unknown) => {
    throw new Error(`the wall was sent something it cannot read: ${JSON.stringify(fault)}`);
  };
  const wall = () => queryClient.getQueryData<CheckInWall>(checkInKeys.wall(sessionId));
  const standings = (of: CheckInWall | undefined) =>
    of?.students.map(({ student_id, status, version }) => [student_id, status, version]).sort();
  const table = async () => {
    const { rows } = await database.sql.query<{ id: string; status: string; version: number }>(
      'SELECT student_id AS id, status::text, version FROM attendance_mark WHERE session_id = $1',
      [sessionId],
    );
    return rows.map(({ id, status, version }) => [id, status, version]).sort();
  };

  it(`of ${PHONES} phones none is lost and none counts twice: the wall equals the table`, {
    timeout: 120_000,
  }, async () => {
    const codes = createCheckInCodes(TEST_SECRET);
    const scan = async (student: TestUser, index: number): Promise<number> => {
      const { token, code } = codes.show(sessionId, Date.now());
      const body = index % 5 === 0 ? { code } : { token };
      const answer = await callRoute('POST /api/check-in', { cookie: student.cookie, body });
      // Where all at once take long, the code on the wall has changed before it was read: its phone scans again.
      const isTooOld = answer.status === 409 && (await answer.json()).code === 'check_in.code_expired';
      return isTooOld ? scan(student, index) : answer.status;
    };
    // Every tenth sends it twice.
    const twice = students.filter((_student, index) => index % 10 === 0);
    const statuses = await Promise.all([...students, ...twice].map(scan));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await vi.waitFor(
      () => expect(standings(wall())?.every(([, status]) => status === 'present')).toBe(true),
      {
        timeout: 30_000,
      },
    );
    expect(standings(wall())).toEqual(await table());
    expect(await table()).toHaveLength(PHONES);
    const { rows } = await database.sql.query<{ logged: number; checked: number }>(
      `SELECT (SELECT count(*)::int FROM attendance_change WHERE session_id = $1) AS logged,
         (SELECT count(*)::int FROM attendance_check_in WHERE session_id = $1) AS checked`,
      [sessionId],
    );
    expect(rows).toEqual([{ logged: PHONES, checked: PHONES }]);
  });

  it('what a colleague does shows on the wall: a doubt that was looked at, a stop, a close', async () => {
    const shows = async (what: (wall: CheckInWall) => boolean) => {
      await vi.waitFor(
        async () => {
          const { server_time: _fresh, ...now } = await fresh();
          const { server_time: _shown, ...shown } = wall() ?? (await fresh());
          expect([what({ ...shown, server_time: '' }), shown]).toEqual([true, now]);
        },
        { timeout: 20_000, interval: 100 },
      );
    };
    const [one] = students;
    if (!one) throw new Error('there is nobody');
    await database.sql.query(
      `UPDATE attendance_check_in SET doubt = 'same_device' WHERE session_id = $1 AND student_id = $2`,
      [sessionId, one.id],
    );
    const body = { student_id: one.id };
    await callRoute(`POST ${CHECK_IN}/clear`, { id: sessionId, cookie: teacher.cookie, body });
    await shows(({ students: all }) => all.every(({ doubt }) => doubt === null));
    await ask('DELETE', teacher);
    await shows(({ is_checking_in }) => !is_checking_in);
    const close = 'POST /api/attendance/sessions/[id]/close';
    expect((await callRoute(close, { id: sessionId, cookie: teacher.cookie })).status).toBe(200);
    await shows(({ state }) => state === 'closed');
  });
});
