import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes, callRoute, importRoute } from '@/tests/call-route';
import { createDepartment, createUser, openSession } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';
import { bodies, headersOf, queries } from './route-matrix-requests';

/**
 * Every route and method against every kind of caller. A route without a row fails, and so does a row without a route.
 * Statuses stand in the order of `callers`.
 */
const callers = [
  'anonymous',
  'forged',
  'expired',
  'revoked',
  'suspended',
  'student',
  'faculty',
  'admin',
] as const;
type Caller = (typeof callers)[number];
const OUT = [401, 401, 401, 401, 401] as const;

const matrix: Readonly<Record<string, readonly number[]>> = {
  'GET /api/me': [...OUT, 200, 200, 200],
  'PATCH /api/me': [...OUT, 200, 200, 200],
  'GET /api/me/notification-settings': [...OUT, 200, 200, 200],
  'PATCH /api/me/notification-settings': [...OUT, 200, 200, 200],
  'PUT /api/me/notification-settings/courses/[id]': [...OUT, 404, 404, 404],
  'DELETE /api/me/notification-settings/courses/[id]': [...OUT, 404, 404, 404],
  'GET /api/notification-rules': [...OUT, 200, 200, 200],
  'PUT /api/notification-rules': [...OUT, 403, 403, 200],
  'GET /api/me/phone': [...OUT, 200, 200, 200],
  'PUT /api/me/phone': [...OUT, 200, 200, 200],
  'GET /api/me/sessions': [...OUT, 200, 200, 200],
  'DELETE /api/me/sessions': [...OUT, 200, 200, 200],
  'DELETE /api/me/sessions/[id]': [...OUT, 404, 404, 404],
  'POST /api/me/sessions/extend': [...OUT, 200, 200, 200],
  'POST /api/people/[id]/unlock': [...OUT, 403, 403, 404],
  'GET /api/me/second-factor': [...OUT, 200, 200, 200],
  'POST /api/me/second-factor': [...OUT, 200, 200, 200],
  'POST /api/me/second-factor/confirm': [...OUT, 422, 422, 422],
  'POST /api/me/second-factor/pass': [...OUT, 422, 422, 422],
  'POST /api/me/second-factor/recovery-codes': [...OUT, 422, 422, 422],
  'POST /api/me/second-factor/remove': [...OUT, 422, 422, 422],
  'DELETE /api/people/[id]/second-factor': [...OUT, 403, 403, 404],
  'POST /api/me/password': [...OUT, 422, 422, 422],
  'POST /api/password/forgot': [200, 200, 200, 200, 200, 200, 200, 200],
  'POST /api/password/reset': [410, 410, 410, 410, 410, 410, 410, 410],
  'GET /api/mail': [...OUT, 403, 403, 200],
  'POST /api/mail/bounces': [401, 401, 401, 401, 401, 401, 401, 401],
  'POST /api/sms-receipts': [401, 401, 401, 401, 401, 401, 401, 401],
  'GET /api/departments': [...OUT, 200, 200, 200],
  'GET /api/users': [...OUT, 403, 403, 200],
  'GET /api/people': [...OUT, 403, 403, 200],
  'POST /api/people': [...OUT, 403, 403, 201],
  'POST /api/people/imports': [...OUT, 403, 403, 201],
  'POST /api/people/imports/[id]/confirm': [...OUT, 403, 403, 404],
  'GET /api/people/imports/[id]/errors': [...OUT, 403, 403, 404],
  'POST /api/roster-imports': [...OUT, 403, 403, 201],
  'GET /api/roster-imports/[id]': [...OUT, 403, 403, 404],
  'POST /api/roster-imports/[id]/confirm': [...OUT, 403, 403, 404],
  'GET /api/people/export': [...OUT, 403, 403, 200],
  'GET /api/people/[id]': [...OUT, 403, 403, 404],
  'PATCH /api/people/[id]': [...OUT, 403, 403, 404],
  'DELETE /api/people/[id]': [...OUT, 403, 403, 404],
  'POST /api/people/[id]/suspend': [...OUT, 403, 403, 404],
  'POST /api/people/[id]/activate': [...OUT, 403, 403, 404],
  'POST /api/people/[id]/role': [...OUT, 403, 403, 404],
  'GET /api/people/[id]/sessions': [...OUT, 403, 403, 404],
  'GET /api/audit': [...OUT, 403, 403, 200],
  'GET /api/health': [200, 200, 200, 200, 200, 200, 200, 200],
  'GET /api/openapi.json': [200, 200, 200, 200, 200, 200, 200, 200],
  'GET /api/overview': [...OUT, 403, 403, 200],
  'GET /api/events/catalogue': [...OUT, 403, 403, 200],
  'GET /api/events/unmaskings': [...OUT, 403, 403, 200],
  'GET /api/traces/[correlation_id]': [...OUT, 403, 403, 404],
  'GET /api/announcements': [...OUT, 200, 200, 200],
  'POST /api/announcements': [...OUT, 403, 403, 201],
  'POST /api/announcements/audience-count': [...OUT, 403, 403, 200],
  'GET /api/announcements/[id]': [...OUT, 404, 404, 404],
  'PATCH /api/announcements/[id]': [...OUT, 403, 403, 404],
  'DELETE /api/announcements/[id]': [...OUT, 403, 403, 404],
  'POST /api/announcements/[id]/publish': [...OUT, 403, 403, 404],
  'POST /api/announcements/[id]/unschedule': [...OUT, 403, 403, 404],
  'POST /api/announcements/[id]/archive': [...OUT, 403, 403, 404],
  'POST /api/announcements/[id]/acknowledge': [...OUT, 404, 404, 404],
  'POST /api/announcements/[id]/remind': [...OUT, 403, 403, 404],
  'DELETE /api/announcements/[id]/remind': [...OUT, 403, 403, 404],
  'GET /api/announcements/[id]/reach': [...OUT, 403, 404, 404],
  'GET /api/announcements/[id]/reach/export': [...OUT, 403, 404, 404],
  'GET /api/announcements/[id]/revisions': [...OUT, 404, 404, 404],
  'GET /api/announcements/[id]/last-change': [...OUT, 403, 404, 404],
  'GET /api/timetable/faculty': [...OUT, 200, 200, 200],
  'GET /api/timetable/week': [...OUT, 200, 200, 200],
  'POST /api/timetable/changes': [...OUT, 403, 404, 404],
  'DELETE /api/timetable/changes/[id]': [...OUT, 403, 404, 404],
  'GET /api/timetables': [...OUT, 403, 403, 200],
  'POST /api/timetables': [...OUT, 403, 403, 422],
  'GET /api/timetables/[id]': [...OUT, 403, 403, 404],
  'PATCH /api/timetables/[id]': [...OUT, 403, 403, 404],
  'POST /api/timetables/[id]/entries': [...OUT, 403, 403, 404],
  'POST /api/timetables/[id]/preview': [...OUT, 403, 403, 404],
  'GET /api/timetables/[id]/diff': [...OUT, 403, 403, 404],
  'POST /api/timetables/[id]/publish': [...OUT, 403, 403, 404],
  'POST /api/timetables/[id]/proposal': [...OUT, 403, 403, 404],
  'GET /api/timetables/[id]/proposal': [...OUT, 403, 403, 404],
  'DELETE /api/timetables/[id]/proposal': [...OUT, 403, 403, 404],
  'POST /api/timetables/[id]/proposal/accept': [...OUT, 403, 403, 404],
  'PUT /api/timetables/entries/[id]': [...OUT, 403, 403, 404],
  'DELETE /api/timetables/entries/[id]': [...OUT, 403, 403, 404],
  'GET /api/calendar': [...OUT, 200, 200, 403],
  'POST /api/calendar': [...OUT, 200, 200, 403],
  'DELETE /api/calendar': [...OUT, 204, 204, 403],
  'GET /api/calendar/[token]': [404, 404, 404, 404, 404, 404, 404, 404],
  'GET /api/rooms': [...OUT, 200, 200, 200],
  'POST /api/rooms': [...OUT, 403, 403, 201],
  'GET /api/rooms/free': [...OUT, 200, 200, 200],
  'PUT /api/rooms/[id]': [...OUT, 403, 403, 404],
  'DELETE /api/rooms/[id]': [...OUT, 403, 403, 404],
  'GET /api/holidays': [...OUT, 200, 200, 200],
  'POST /api/holidays': [...OUT, 403, 403, 422],
  'DELETE /api/holidays/[id]': [...OUT, 403, 403, 404],
  'GET /api/courses': [...OUT, 200, 200, 200],
  'POST /api/courses': [...OUT, 403, 403, 422],
  'GET /api/courses/[id]': [...OUT, 404, 404, 404],
  'PATCH /api/courses/[id]': [...OUT, 403, 403, 404],
  'DELETE /api/courses/[id]': [...OUT, 403, 403, 404],
  'POST /api/courses/[id]/activate': [...OUT, 403, 403, 404],
  'POST /api/courses/[id]/deactivate': [...OUT, 403, 403, 404],
  'POST /api/courses/[id]/enroll': [...OUT, 404, 403, 422],
  'POST /api/courses/[id]/drop': [...OUT, 404, 403, 404],
  'POST /api/courses/[id]/offer': [...OUT, 404, 404, 404],
  'POST /api/courses/[id]/grade': [...OUT, 403, 404, 404],
  'POST /api/courses/[id]/enroll-csv': [...OUT, 403, 403, 404],
  'GET /api/courses/[id]/use': [...OUT, 403, 403, 404],
  'GET /api/courses/[id]/enrollment-check': [...OUT, 403, 403, 404],
  'GET /api/courses/[id]/people': [...OUT, 403, 404, 404],
  'GET /api/courses/[id]/forum': [...OUT, 404, 404, 404],
  'POST /api/courses/[id]/forum': [...OUT, 404, 404, 404],
  'GET /api/courses/[id]/forum/summary': [...OUT, 404, 404, 404],
  'PUT /api/courses/[id]/forum/follow': [...OUT, 404, 404, 404],
  'POST /api/courses/[id]/forum/read': [...OUT, 404, 404, 404],
  'GET /api/forum/posts/[id]': [...OUT, 404, 404, 404],
  'PATCH /api/forum/posts/[id]': [...OUT, 404, 404, 404],
  'DELETE /api/forum/posts/[id]': [...OUT, 404, 404, 404],
  'POST /api/forum/posts/[id]/moderate': [...OUT, 404, 404, 404],
  'POST /api/forum/posts/[id]/accept': [...OUT, 404, 404, 404],
  'POST /api/forum/posts/[id]/read': [...OUT, 404, 404, 404],
  'PUT /api/forum/posts/[id]/follow': [...OUT, 404, 404, 404],
  'POST /api/forum/posts/[id]/report': [...OUT, 404, 404, 404],
  'GET /api/forum/posts/[id]/replies': [...OUT, 404, 404, 404],
  'POST /api/forum/posts/[id]/replies': [...OUT, 404, 404, 404],
  'PATCH /api/forum/replies/[id]': [...OUT, 404, 404, 404],
  'DELETE /api/forum/replies/[id]': [...OUT, 404, 404, 404],
  'POST /api/forum/replies/[id]/hide': [...OUT, 404, 404, 404],
  'POST /api/forum/replies/[id]/report': [...OUT, 404, 404, 404],
  'GET /api/content-reports': [...OUT, 403, 200, 200],
  'POST /api/content-reports/[id]/decide': [...OUT, 403, 404, 404],
  'GET /api/attendance/rules': [...OUT, 200, 200, 200],
  'PUT /api/attendance/rules': [...OUT, 403, 403, 200],
  'GET /api/attendance/statuses': [...OUT, 200, 200, 200],
  'POST /api/attendance/statuses': [...OUT, 403, 403, 201],
  'PUT /api/attendance/statuses/[code]': [...OUT, 403, 403, 404],
  'DELETE /api/attendance/statuses/[code]': [...OUT, 403, 403, 404],
  'GET /api/attendance/numbers': [...OUT, 403, 403, 404],
  'GET /api/attendance/numbers/courses/[id]': [...OUT, 403, 404, 404],
  'GET /api/attendance/standing': [...OUT, 200, 403, 403],
  'GET /api/attendance/standing/[studentId]': [...OUT, 404, 404, 404],
  'GET /api/attendance/standing/[studentId]/classes': [...OUT, 404, 404, 404],
  'GET /api/attendance/sessions': [...OUT, 403, 200, 200],
  'POST /api/attendance/sessions': [...OUT, 403, 409, 409],
  'GET /api/attendance/sessions/[id]': [...OUT, 403, 404, 404],
  'POST /api/attendance/sessions/[id]/marks': [...OUT, 403, 404, 404],
  'POST /api/attendance/sessions/[id]/bulk': [...OUT, 403, 404, 404],
  'GET /api/attendance/sessions/[id]/check-in': [...OUT, 403, 404, 404],
  'POST /api/attendance/sessions/[id]/check-in': [...OUT, 403, 404, 404],
  'DELETE /api/attendance/sessions/[id]/check-in': [...OUT, 403, 404, 404],
  'GET /api/attendance/sessions/[id]/check-in/code': [...OUT, 403, 404, 404],
  'POST /api/attendance/sessions/[id]/check-in/clear': [...OUT, 403, 404, 404],
  'POST /api/check-in': [...OUT, 422, 403, 403],
  'POST /api/attendance/sessions/[id]/close': [...OUT, 403, 404, 404],
  'POST /api/attendance/sessions/[id]/reopen': [...OUT, 403, 404, 404],
  'GET /api/attendance/sessions/[id]/history': [...OUT, 404, 404, 404],
  'GET /api/attendance/sessions/[id]/roster': [...OUT, 404, 404, 404],
  'GET /api/attendance/requests': [...OUT, 200, 200, 200],
  'POST /api/attendance/requests': [...OUT, 404, 403, 403],
  'GET /api/attendance/requests/[id]': [...OUT, 404, 404, 404],
  'GET /api/attendance/requests/[id]/file': [...OUT, 404, 404, 404],
  'POST /api/attendance/requests/[id]/decide': [...OUT, 403, 404, 404],
  'POST /api/attendance/requests/[id]/withdraw': [...OUT, 404, 403, 403],
  'GET /api/attendance/reports': [...OUT, 403, 200, 200],
  'POST /api/attendance/reports': [...OUT, 403, 404, 404],
  'GET /api/attendance/reports/[id]/file': [...OUT, 403, 404, 404],
  'GET /api/attendance/reports/not-taken': [...OUT, 403, 200, 200],
  'GET /api/attendance/reports/not-taken/export': [...OUT, 403, 200, 200],
  'GET /api/attendance/reports/at-risk': [...OUT, 403, 200, 200],
  'GET /api/attendance/reports/at-risk/export': [...OUT, 403, 200, 200],
  'POST /api/attendance/imports': [...OUT, 403, 404, 404],
  'POST /api/attendance/imports/[id]/confirm': [...OUT, 403, 404, 404],
  'GET /api/conversations': [...OUT, 200, 200, 200],
  'POST /api/conversations': [...OUT, 403, 403, 403],
  'GET /api/conversations/unread-count': [...OUT, 200, 200, 200],
  'GET /api/conversations/[id]': [...OUT, 404, 404, 404],
  'GET /api/conversations/[id]/messages': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/messages': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/read': [...OUT, 404, 404, 404],
  'PATCH /api/conversations/[id]': [...OUT, 404, 404, 404],
  'PATCH /api/conversations/[id]/messages/[messageId]': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/messages/[messageId]/delete': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/messages/[messageId]/report': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/unread': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/mute': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/archive': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/leave': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/members': [...OUT, 404, 404, 404],
  'DELETE /api/conversations/[id]/members/[userId]': [...OUT, 404, 404, 404],
  'POST /api/conversations/[id]/files': [...OUT, 404, 404, 404],
  'GET /api/conversations/[id]/files/[fileId]': [...OUT, 404, 404, 404],
  'GET /api/message-search': [...OUT, 200, 200, 200],
  'GET /api/me/messaging': [...OUT, 200, 200, 200],
  'PATCH /api/me/messaging': [...OUT, 200, 200, 200],
  'GET /api/message-recipients': [...OUT, 200, 200, 200],
  'GET /api/terms': [...OUT, 200, 200, 200],
  'POST /api/terms': [...OUT, 403, 403, 201],
  'PUT /api/terms/[id]': [...OUT, 403, 403, 404],
  'DELETE /api/terms/[id]': [...OUT, 403, 403, 404],
  'POST /api/terms/[id]/copy': [...OUT, 403, 403, 404],
  'GET /api/subjects': [...OUT, 200, 200, 200],
  'POST /api/subjects': [...OUT, 403, 403, 201],
  'PUT /api/subjects/[id]': [...OUT, 403, 403, 404],
  'DELETE /api/subjects/[id]': [...OUT, 403, 403, 404],
  'GET /api/settings': [...OUT, 403, 403, 200],
  'PATCH /api/settings': [...OUT, 403, 403, 200],
  'GET /api/notification-commands': [...OUT, 403, 403, 200],
  'POST /api/notification-commands': [...OUT, 403, 403, 201],
  'POST /api/notification-commands/[id]/cancel': [...OUT, 403, 403, 404],
  'POST /api/notification-commands/[id]/retry': [...OUT, 403, 403, 404],
  'GET /api/notifications': [...OUT, 200, 200, 200],
  'GET /api/notifications/unread-count': [...OUT, 200, 200, 200],
  'GET /api/notifications/[id]': [...OUT, 404, 404, 404],
  'POST /api/notifications/[id]/read': [...OUT, 404, 404, 404],
  'POST /api/notifications/[id]/unread': [...OUT, 404, 404, 404],
  'POST /api/notifications/[id]/archive': [...OUT, 404, 404, 404],
  'POST /api/notifications/[id]/restore': [...OUT, 404, 404, 404],
  'GET /api/push-subscriptions': [...OUT, 200, 200, 200],
  'POST /api/push-subscriptions': [...OUT, 422, 422, 422],
  'DELETE /api/push-subscriptions/[id]': [...OUT, 404, 404, 404],
  'POST /api/push-subscriptions/test': [...OUT, 200, 200, 200],
  'POST /api/notification-deliveries/[id]/arrival': [404, 404, 404, 404, 404, 404, 404, 404],
  'GET /api/notifications/[id]/trail': [...OUT, 404, 404, 404],
  'GET /api/notification-channels': [...OUT, 403, 403, 200],
  'POST /api/notifications/bulk': [...OUT, 200, 200, 200],
  'GET /api/notifications/withheld': [...OUT, 200, 200, 200],
  'GET /api/notifications/[id]/why': [...OUT, 404, 404, 404],
  'GET /api/people/[id]/notification-decisions': [...OUT, 403, 403, 404],
  'POST /api/notifications/seen': [...OUT, 200, 200, 200],
  'POST /api/notifications/read-all': [...OUT, 200, 200, 200],
};

/** next-auth's own routes: they make sessions, so they have none to judge. Covered by `lib/domain/session/sign-in.int.test.ts`, `app/api/auth/provider.int.test.ts` and `e2e/other-programs.spec.ts`. */
const OWN_RULES = ['/api/auth/[...nextauth]'];

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let cookies: Record<Caller, string>;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  const cs = await createDepartment(sql, 'CS');
  const student = await createUser(sql, { role: 'student', departmentId: cs });
  const faculty = await createUser(sql, { role: 'faculty' });
  const admin = await createUser(sql, { role: 'admin' });
  const [expired, revoked] = [await openSession(sql, admin.id), await openSession(sql, admin.id)];
  await sql.query(`UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1`, [
    expired.sessionId,
  ]);
  await sql.query('UPDATE session SET revoked_at = now() WHERE id = $1', [revoked.sessionId]);
  const suspended = await createUser(sql, { role: 'admin' });
  await sql.query(`UPDATE app_user SET status = 'suspended' WHERE id = $1`, [suspended.id]);
  cookies = {
    anonymous: '',
    forged: admin.cookie.replace(/.{12}$/, 'AAAAAAAAAAAA'),
    expired: expired.cookie,
    revoked: revoked.cookie,
    suspended: suspended.cookie,
    student: student.cookie,
    faculty: faculty.cookie,
    admin: admin.cookie,
  };
});
afterAll(() => database.drop());

it('has a row for every route and method, and no other', async () => {
  const found: string[] = [];
  for (const route of apiRoutes.filter((each) => !OWN_RULES.includes(each))) {
    const module = await importRoute(route);
    for (const method of Object.keys(module)) found.push(`${method} ${route}`);
  }
  expect(found.sort()).toEqual(Object.keys(matrix).sort());
});

describe.each(Object.entries(matrix))('%s', (name, statuses) => {
  it.each(callers.map((caller, index) => [caller, statuses[index]] as const))(
    '%s: %i',
    async (caller, status) => {
      const response = await callRoute(name, {
        cookie: cookies[caller],
        ...(queries[name] ? { query: queries[name] } : {}),
        body: bodies[name],
        ...(headersOf[name] ? { headers: headersOf[name] } : {}),
      });
      expect(response.status).toBe(status);
      expect(response.headers.get('x-correlation-id')).toMatch(/^[\w.:-]{8,128}$/);
      if (response.status < 400) return;
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({
        status,
        code: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/),
      });
    },
  );
});
