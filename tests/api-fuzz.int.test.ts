import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiDocument } from '@/app/api/openapi/api-document';
import { routeTable } from '@/app/api/openapi/route-table';
import { GET as getDocument } from '@/app/api/openapi.json/route';
import type { RouteHandler } from '@/app/api/route-declaration';
import { createSecretBox } from '@/lib/infra/auth/seal-secret';
import { pick, seededRandom } from '@/prisma/seed/seeded-random';
import { createDepartment, createUser, openSession, TEST_SECRET } from './campus';
import { createCourseRow } from './course-campus';
import {
  type FuzzOperation,
  type FuzzRequest,
  fuzzOperations,
  generateRequest,
} from './fuzz/generate-request';
import { createJudge } from './fuzz/judge-answer';
import { prepareWebServices } from './web-services';

const REQUESTS = 45_000;
/** So many more are made of one operation until chance has shown each of its refusals. */
const MORE_REQUESTS = 3_000;
const AT_ONCE = 8;
/** Chosen anew for each run. A failure names it and the request's number: the two make the same request again. */
const SEED = Date.now() % 2 ** 31;

let database: Awaited<ReturnType<typeof prepareWebServices>>;
const cookies: string[] = ['', 'next-auth.session-token=forged', 'a=b; ;=;'];
const ids: string[] = [];
/** Whoever ends sessions would be out, and all that comes after refused: it is done by one of whom there is enough. */
let leaver = '';
/** Whoever is suspended, deleted or given another role would not get through either: it is done to these. */
const bystanders: string[] = [];
const TAKES_RIGHTS = /^(post|delete) \/api\/people\/\{id\}/;
const ENDS_SESSIONS = /^delete \/api\/me\/sessions/;

/** Whoever does not know a password, a code or a link gets nowhere here; the callers have a second factor already. */
const ASKS_FOR_A_SECRET =
  /^(?:post \/api\/(?:check-in|mail\/bounces|sms-receipts|me\/password|password\/reset|me\/second-factor(?:\/.+)?)|get \/api\/calendar\/\{token\})$/i;

/**
 * Many fields that have to fit together, or a table with the right header: by chance that is rare. `courses.int.test.ts`,
 * `timetables.int.test.ts`, `reports.int.test.ts`, `change-class.int.test.ts`, `roster-imports.int.test.ts` and the route matrix do it.
 */
const NAMES_MORE =
  /^(?:post|put) \/api\/(?:attendance\/(?:sessions|reports)|roster-imports|timetable\/changes|timetables(?:\/\{id\}\/(?:entries|preview)|\/entries\/\{id\})?|holidays|courses(?:\/\{id\}\/enroll-csv)?|(?:terms|subjects)(?:\/\{id\})?)$/;

beforeAll(async () => {
  database = await prepareWebServices();
  const departmentId = await createDepartment(database.sql, 'CS');
  ids.push(departmentId);
  for (const role of ['student', 'faculty', 'admin', 'admin'] as const) {
    const user = await createUser(database.sql, { role, departmentId });
    cookies.push(user.cookie);
    ids.push(user.id);
  }
  for (const role of ['student', 'faculty', 'admin'] as const)
    bystanders.push((await createUser(database.sql, { role, departmentId })).id);
  // The setting may come to be switched on: whoever has a second factor gets through all the same.
  const secretBox = createSecretBox(TEST_SECRET);
  for (const id of [...ids.slice(1), ...bystanders])
    await database.sql.query(
      'INSERT INTO second_factor (user_id, secret, confirmed_at) VALUES ($1, $2, now())',
      [id, secretBox.seal('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', id)],
    );
  leaver = (await createUser(database.sql, { role: 'student', departmentId })).id;
  const course = await createCourseRow(database.sql, { capacity: 2 });
  ids.push(course.id, course.termId, course.subjectId);
});
afterAll(() => database.drop());

it(`answers ${REQUESTS} requests made from the document as the document says`, {
  timeout: 300_000,
}, async () => {
  const { document } = apiDocument({ publicOrigin: 'http://127.0.0.1:3000', secureCookies: false });
  const operations = fuzzOperations(document);
  const judge = createJudge(document);
  const wrong: string[] = [];
  const seen = new Map<string, number>();
  let sent = 0;

  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  // A fuzz that never gets through, or is never refused, has looked at nothing.
  const notLookedAt: string[] = [];
  for (const from of operations) {
    const name = `${from.method} ${from.path}`;
    if (ASKS_FOR_A_SECRET.test(name) || NAMES_MORE.test(name)) continue;
    for (let more = 0; more < MORE_REQUESTS && notSeenOf(from) !== null && wrong.length === 0; more += 1)
      await sendOne(sent++, from);
    const notSeen = notSeenOf(from);
    if (notSeen !== null) notLookedAt.push(`${name}: ${notSeen}`);
  }
  expect(wrong, `seed ${SEED}`).toEqual([]);
  expect(notLookedAt, `seed ${SEED}`).toEqual([]);

  async function worker(): Promise<void> {
    while (sent < REQUESTS && wrong.length < 5) await sendOne(sent++);
  }

  /** What this operation has to have answered and has not, in words; `null` when nothing is left. */
  function notSeenOf({ method, path, operation }: FuzzOperation): string | null {
    const statuses = Object.keys(operation.responses).filter((status) =>
      seen.has(`${method} ${path} ${status}`),
    );
    const through = statuses.some((status) => status.startsWith('2') || ['303', '404'].includes(status));
    const refusals = [
      ...(operation.security.length > 0 ? ['401'] : []),
      ...(operation.requestBody ? ['400', '415', '422'] : []),
    ];
    const missing = refusals.filter((status) => !statuses.includes(status));
    return through && missing.length === 0 ? null : `${statuses}, not ${missing}`;
  }

  async function sendOne(number: number, of?: FuzzOperation): Promise<void> {
    const random = seededRandom(SEED + number);
    const from = of ?? pick(random, operations);
    const takes = TAKES_RIGHTS.test(`${from.method} ${from.path}`);
    const request = generateRequest(from, { random, ids: takes ? bystanders : ids });
    const chosen = pick(random, cookies);
    const ends = ENDS_SESSIONS.test(`${request.method} ${request.path}`) && chosen.length > 100;
    const cookie = ends ? (await openSession(database.sql, leaver)).cookie : chosen;
    const response = await send(request, cookie);
    const answer = {
      status: response.status,
      contentType: response.headers.get('content-type'),
      text: await response.text(),
    };
    const place = `${request.method} ${request.path} ${answer.status}`;
    seen.set(place, (seen.get(place) ?? 0) + 1);
    const fault = judge(request, answer);
    if (fault) {
      const { target, headers, body } = request;
      wrong.push(
        `${number}: ${request.method} ${target} ${JSON.stringify({ headers, cookie, body })} got ${fault}`,
      );
    }
    if (answer.status === 201 && ids.length < 60) ids.push(String(JSON.parse(answer.text).id));
  }
});

function send(request: FuzzRequest, cookie: string): Promise<Response> {
  const folder = request.path.replaceAll(/\{(\w+)\}/g, '[$1]');
  const handlers = Object.entries(routeTable[folder] ?? { GET: getDocument });
  const handler: RouteHandler | undefined = handlers.find(
    ([name]) => name.toLowerCase() === request.method,
  )?.[1];
  if (!handler) throw new Error(`there is no ${request.method} ${folder}`);
  const { method, target, headers, body } = request;
  const init = { method: method.toUpperCase(), headers: { ...headers, cookie } };
  const sendsBody = body !== undefined && method !== 'get';
  return handler(new Request(`http://127.0.0.1:3000${target}`, sendsBody ? { ...init, body } : init), {
    params: Promise.resolve(request.parameters),
  });
}
