import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes, callRoute, importRoute } from '@/tests/call-route';
import { createDepartment, createNotification, createUser, openSession, type TestUser } from '@/tests/campus';
import { prepareWebServices } from '@/tests/web-services';

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

const draft = { title: 'Title', content: 'Text', target_audience: 'all' };
const term = { name: 'Term', academic_year: 2026, starts_on: '2026-07-01', ends_on: '2026-12-31' };
const entry = { course_id: randomUUID(), day_of_week: 1, start_time: '10:00', end_time: '11:00' };
const bodies: Readonly<Record<string, unknown>> = {
  'PATCH /api/me': { locale: 'de', time_zone: 'Europe/Vienna' },
  'PATCH /api/me/notification-settings': { preset: 'quiet' },
  'PUT /api/me/notification-settings/courses/[id]': { level: 'muted' },
  'PUT /api/notification-rules': { rules: [{ category: 'security', channels: ['in_app'] }] },
  'PUT /api/me/phone': { phone: '+436641234567' },
  'POST /api/me/second-factor/confirm': { code: '12345' },
  'POST /api/me/second-factor/pass': { code: '12345' },
  'POST /api/me/second-factor/recovery-codes': { code: '12345' },
  'POST /api/me/second-factor/remove': { code: '12345' },
  'POST /api/me/password': { current_password: 'not it', password: 'a long enough one' },
  'POST /api/password/forgot': { email: 'nobody@test.example' },
  'POST /api/password/reset': { token: 'no token', password: 'a long enough one' },
  'POST /api/announcements': draft,
  'POST /api/people': { email: 'new@test.example', name: 'New', role: 'student' },
  'PATCH /api/people/[id]': { name: 'Newer' },
  'POST /api/people/imports': { file_name: 'x.csv', content: 'email,name,role' },
  'POST /api/people/imports/[id]/confirm': { digest: 'x' },
  'POST /api/roster-imports': { files: { 'orgs.csv': 'sourcedId,name,type' } },
  'POST /api/roster-imports/[id]/confirm': { digest: 'x' },
  'POST /api/people/[id]/suspend': { reason: 'Left' },
  'POST /api/people/[id]/role': { role: 'faculty' },
  'POST /api/announcements/audience-count': { target_audience: 'all' },
  'PATCH /api/announcements/[id]': { title: 'New' },
  'POST /api/timetable/changes': { entry_id: randomUUID(), day: '2026-11-27' },
  'POST /api/timetables': { term_id: randomUUID(), department_id: randomUUID() },
  'PATCH /api/timetables/[id]': { name: 'Matrix' },
  'POST /api/timetables/[id]/entries': entry,
  'POST /api/timetables/[id]/preview': { entry },
  'POST /api/timetables/[id]/proposal': { seconds: 1 },
  'PUT /api/timetables/entries/[id]': entry,
  'POST /api/rooms': { code: 'M1', capacity: 10 },
  'PUT /api/rooms/[id]': { code: 'M2', capacity: 10 },
  'POST /api/holidays': { term_id: randomUUID(), day: '2026-11-27', name: 'Matrix' },
  'POST /api/courses': { subject_id: randomUUID(), term_id: randomUUID(), capacity: 10 },
  'PATCH /api/courses/[id]': { capacity: 20 },
  'POST /api/courses/[id]/offer': { accept: true },
  'POST /api/courses/[id]/grade': { student_id: randomUUID(), outcome: 'completed', grade: 'A' },
  'POST /api/courses/[id]/enroll-csv': { csv: 'email' },
  'POST /api/courses/[id]/forum': { title: 'Title', content: 'Text' },
  'PUT /api/courses/[id]/forum/follow': { level: 'watching' },
  'PATCH /api/forum/posts/[id]': { title: 'Other' },
  'POST /api/forum/posts/[id]/moderate': { pinned: true },
  'POST /api/forum/posts/[id]/accept': { reply_id: null },
  'POST /api/forum/posts/[id]/read': { seq: 0 },
  'PUT /api/forum/posts/[id]/follow': { level: null },
  'POST /api/forum/posts/[id]/report': { reason: 'Spam' },
  'POST /api/forum/posts/[id]/replies': { content: 'Text' },
  'PATCH /api/forum/replies/[id]': { content: 'Other' },
  'POST /api/forum/replies/[id]/hide': { hidden: true },
  'POST /api/forum/replies/[id]/report': { reason: 'Spam' },
  'POST /api/content-reports/[id]/decide': { outcome: 'dismissed' },
  'PUT /api/attendance/rules': {
    ...{ warning_percentage: 80, critical_percentage: 60, minimum_sessions: 4, consecutive_absences: 3 },
    ...{ late_points: 0.5, late_after_minutes: 10, open_early_minutes: 15, freeze_after_days: 14 },
    ...{ tell_advisor: true, tell_guardian: false },
  },
  'POST /api/attendance/statuses': { code: 'duty', name: 'On duty', counts_as: 'excused', points: null },
  'PUT /api/attendance/statuses/[code]': { name: 'On duty', counts_as: 'excused', points: null },
  'POST /api/attendance/sessions': { entry_id: randomUUID(), day: '2026-11-27' },
  'POST /api/attendance/sessions/[id]/marks': { marks: [{ student_id: randomUUID(), status: 'present' }] },
  'POST /api/attendance/sessions/[id]/check-in/clear': { student_id: randomUUID() },
  'POST /api/check-in': { code: 'ABCDEF' },
  'POST /api/attendance/sessions/[id]/bulk': { status: 'present' },
  'POST /api/attendance/requests': {
    session_id: randomUUID(),
    wanted_status: 'present',
    note: 'I was there',
  },
  'POST /api/attendance/requests/[id]/decide': { accept: true },
  'POST /api/attendance/reports': {
    type: 'course',
    format: 'csv',
    subject_id: randomUUID(),
    date_from: '2026-11-01',
    date_to: '2026-11-27',
  },
  'POST /api/attendance/imports': {
    course_id: randomUUID(),
    file_name: 'x.csv',
    content: 'student,scanned_at',
  },
  'POST /api/attendance/imports/[id]/confirm': { digest: 'x' },
  'POST /api/conversations': { type: 'direct', user_id: randomUUID() },
  'POST /api/conversations/[id]/messages': { client_id: randomUUID(), text: 'Hello' },
  'PATCH /api/conversations/[id]': { title: 'Other' },
  'PATCH /api/conversations/[id]/messages/[messageId]': { text: 'Other' },
  'POST /api/conversations/[id]/messages/[messageId]/delete': { for_everyone: true },
  'POST /api/conversations/[id]/messages/[messageId]/report': { reason: 'Rude' },
  'POST /api/conversations/[id]/mute': { muted: true },
  'POST /api/conversations/[id]/archive': { archived: true },
  'POST /api/conversations/[id]/members': { user_ids: [randomUUID()] },
  'POST /api/conversations/[id]/files': { name: 'x.txt', content: 'eA==' },
  'PATCH /api/me/messaging': { typing: false },
  'POST /api/conversations/[id]/read': { seq: 1 },
  'POST /api/terms': { ...term, code: 'MATRIX' },
  'PUT /api/terms/[id]': { ...term, code: 'OTHER' },
  'POST /api/terms/[id]/copy': { into_term_id: randomUUID() },
  'POST /api/subjects': { code: 'MATRIX1', name: 'Subject' },
  'PUT /api/subjects/[id]': { code: 'MATRIX2', name: 'Subject' },
  'PATCH /api/settings': { faculty_may_announce: false },
  'POST /api/notifications/bulk': { ids: [randomUUID()], change: 'read' },
  'POST /api/notification-commands': { title: 'Told', channels: ['in_app'], target_audience: 'all' },
  'POST /api/notifications/seen': { ids: [randomUUID()] },
  'POST /api/push-subscriptions': {
    endpoint: 'https://127.0.0.1/push',
    keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) },
  },
  'POST /api/notification-deliveries/[id]/arrival': { token: 'forged' },
};
const queries: Readonly<Record<string, string>> = {
  'GET /api/attendance/standing/[studentId]/classes': `?course_id=${randomUUID()}`,
  'DELETE /api/people/[id]': '?reason=left',
  'GET /api/attendance/reports/at-risk': '?rule=percentage',
  'GET /api/attendance/reports/at-risk/export': '?rule=consecutive',
  'GET /api/message-recipients': '?query=a',
  'GET /api/message-search': '?query=a',
  'GET /api/courses/[id]/enrollment-check': `?student_id=${randomUUID()}`,
};
const headersOf: Readonly<Record<string, Record<string, string>>> = {
  'PATCH /api/conversations/[id]': { 'if-match': '"v1"' },
  'PATCH /api/courses/[id]': { 'if-match': '"v1"' },
  'PATCH /api/me/notification-settings': { 'if-match': '"v0"' },
  'PUT /api/notification-rules': { 'if-match': '"v0"' },
  'PATCH /api/announcements/[id]': { 'if-match': '"v1"' },
  'PATCH /api/timetables/[id]': { 'if-match': '"v1"' },
  'POST /api/timetables/[id]/publish': { 'if-match': '"v1"' },
  'POST /api/timetables/[id]/proposal/accept': { 'if-match': '"v1"' },
  'PUT /api/timetables/entries/[id]': { 'if-match': '"v1"' },
  'PUT /api/rooms/[id]': { 'if-match': '"v1"' },
  'PUT /api/attendance/rules': { 'if-match': '"v0"' },
  'PUT /api/attendance/statuses/[code]': { 'if-match': '"v1"' },
  'PUT /api/terms/[id]': { 'if-match': '"v1"' },
  'PUT /api/subjects/[id]': { 'if-match': '"v1"' },
  'PATCH /api/forum/posts/[id]': { 'if-match': '"v1"' },
  'PATCH /api/forum/replies/[id]': { 'if-match': '"v1"' },
  'PATCH /api/people/[id]': { 'if-match': '"v1"' },
};

let database: Awaited<ReturnType<typeof prepareWebServices>>;
let cookies: Record<Caller, string>;
let student: TestUser;
let otherStudent: TestUser;
let admin: TestUser;

beforeAll(async () => {
  database = await prepareWebServices();
  const { sql } = database;
  const cs = await createDepartment(sql, 'CS');
  student = await createUser(sql, { role: 'student', departmentId: cs });
  otherStudent = await createUser(sql, { role: 'student', departmentId: await createDepartment(sql, 'ME') });
  const faculty = await createUser(sql, { role: 'faculty' });
  admin = await createUser(sql, { role: 'admin' });
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

describe('objects', () => {
  const create = async (target: object) => {
    const response = await callRoute('POST /api/announcements', {
      cookie: admin.cookie,
      body: { ...draft, ...target },
    });
    return String((await response.json()).id);
  };
  const read = (id: string, cookie: string) => callRoute('GET /api/announcements/[id]', { cookie, id });

  it('shows an announcement to those it is for, once it is published', async () => {
    const id = await create({ target_audience: 'department', target_details: { department_ids: ['CS'] } });
    expect((await read(id, student.cookie)).status).toBe(404);
    expect(
      (await callRoute('POST /api/announcements/[id]/publish', { cookie: admin.cookie, id })).status,
    ).toBe(200);
    expect((await read(id, student.cookie)).status).toBe(200);
    expect((await read(id, otherStudent.cookie)).status).toBe(404);
    const list = async (cookie: string) =>
      (await (await callRoute('GET /api/announcements', { cookie })).json()).items;
    const ids = (items: { id: string }[]) => items.map((item) => item.id);
    expect(ids(await list(student.cookie))).toContain(id);
    expect(ids(await list(otherStudent.cookie))).not.toContain(id);
    const again = await callRoute('POST /api/announcements/[id]/publish', { cookie: admin.cookie, id });
    expect([again.status, (await again.json()).code]).toEqual([409, 'announcement.already_published']);
  });

  it('makes one draft of a post that is repeated under its key', async () => {
    const post = (title: string) =>
      callRoute('POST /api/announcements', {
        cookie: admin.cookie,
        body: { ...draft, title },
        headers: { 'idempotency-key': 'draft-of-the-matrix' },
      });
    const [first, again, other] = [await post('Once'), await post('Once'), await post('Twice')];
    expect([first.status, again.status, other.status]).toEqual([201, 201, 422]);
    expect(await again.text()).toBe(await first.text());
    const { rows } = await database.sql.query('SELECT 1 FROM announcement WHERE title = $1', ['Once']);
    expect(rows).toHaveLength(1);
  });

  it('publishes once when two do it at the same time', async () => {
    const id = await create({});
    const publish = () => callRoute('POST /api/announcements/[id]/publish', { cookie: admin.cookie, id });
    const statuses = (await Promise.all([publish(), publish(), publish()])).map(
      (response) => response.status,
    );
    expect(statuses.sort()).toEqual([200, 409, 409]);
    const { rows } = await database.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox_event WHERE event_type = 'ANNOUNCEMENT_PUBLISHED' AND partition_key = $1`,
      [id],
    );
    expect(rows[0]?.count).toBe(1);
  });

  it('shows and ends only own sessions', async () => {
    const elsewhere = await openSession(database.sql, student.id);
    const list = async (cookie: string) =>
      (await (await callRoute('GET /api/me/sessions', { cookie })).json()).items.map(
        (session: { id: string; is_current: boolean }) => [session.id, session.is_current],
      );
    expect(await list(student.cookie)).toEqual(
      expect.arrayContaining([
        [student.sessionId, true],
        [elsewhere.sessionId, false],
      ]),
    );
    expect(JSON.stringify(await list(otherStudent.cookie))).not.toContain(elsewhere.sessionId);
    const end = (cookie: string, id: string) => callRoute('DELETE /api/me/sessions/[id]', { cookie, id });
    for (const id of [elsewhere.sessionId, 'x', '%00', '\u0000', `${elsewhere.sessionId}x`])
      expect((await end(otherStudent.cookie, id)).status).toBe(404);
    const ended = async () => (await (await end(student.cookie, elsewhere.sessionId)).json()).ended_count;
    expect([await ended(), await ended()]).toEqual([1, 0]);
    expect((await callRoute('GET /api/me', { cookie: elsewhere.cookie })).status).toBe(401);
  });

  it('signs out the others, or everywhere', async () => {
    const person = await createUser(database.sql, { role: 'student' });
    const others = [await openSession(database.sql, person.id), await openSession(database.sql, person.id)];
    const end = async (query: string) =>
      (await (await callRoute('DELETE /api/me/sessions', { cookie: person.cookie, query })).json())
        .ended_count;
    expect(await end('')).toBe(2);
    for (const { cookie } of others) expect((await callRoute('GET /api/me', { cookie })).status).toBe(401);
    expect(await end('?everywhere=true')).toBe(1);
    expect((await callRoute('GET /api/me', { cookie: person.cookie })).status).toBe(401);
    const { rows } = await database.sql.query<{ value: string }>(
      `SELECT value FROM outbox_event WHERE event_type = 'LOGOUT' AND partition_key = $1 ORDER BY id`,
      [person.id],
    );
    expect(rows.map(({ value }) => JSON.parse(value).payload.reason)).toEqual([
      'signed_out_elsewhere',
      'signed_out_elsewhere',
      'signed_out',
    ]);
  });

  it('changes a profile, and tells of what is another now', async () => {
    const person = await createUser(database.sql, { role: 'faculty' });
    const change = async (body: unknown) => {
      const response = await callRoute('PATCH /api/me', { cookie: person.cookie, body });
      return [response.status, await response.json()] as const;
    };
    expect(await change({ time_zone: 'Asia/Kolkata' })).toMatchObject([200, { locale: null }]);
    expect(await change({ locale: 'de', time_zone: 'Asia/Kolkata' })).toMatchObject([
      200,
      { locale: 'de', time_zone: 'Asia/Kolkata' },
    ]);
    expect(await (await callRoute('GET /api/me', { cookie: person.cookie })).json()).toMatchObject({
      locale: 'de',
    });
    for (const body of [
      {},
      { locale: 'xx' },
      { time_zone: 'Mars/Olympus' },
      { role: 'admin' },
      { time_zone: '' },
    ])
      expect((await change(body))[0]).toBe(422);
    const { rows } = await database.sql.query<{ value: string }>(
      `SELECT value FROM outbox_event WHERE event_type = 'PROFILE_UPDATED' AND partition_key = $1 ORDER BY id`,
      [person.id],
    );
    expect(rows.map(({ value }) => Object.keys(JSON.parse(value).payload.changes))).toEqual([
      ['time_zone'],
      ['locale'],
    ]);
  });

  it('keeps when a session was last seen, to the minute', async () => {
    const person = await createUser(database.sql, { role: 'student' });
    const seen = async () => {
      await callRoute('GET /api/me', { cookie: person.cookie });
      const { rows } = await database.sql.query<{ last_seen_at: Date }>(
        'SELECT last_seen_at FROM session WHERE id = $1',
        [person.sessionId],
      );
      return rows[0]?.last_seen_at.getTime() ?? 0;
    };
    const first = await seen();
    expect(await seen()).toBe(first);
    await database.sql.query(
      `UPDATE session SET last_seen_at = last_seen_at - interval '61 seconds' WHERE id = $1`,
      [person.sessionId],
    );
    expect(await seen()).toBeGreaterThan(first - 1);
  });

  it('lets nobody read or mark the notification of somebody else', async () => {
    const id = await createNotification(database.sql, student.id);
    const mark = (cookie: string) => callRoute('POST /api/notifications/[id]/read', { cookie, id });
    expect((await mark(otherStudent.cookie)).status).toBe(404);
    const first = await mark(student.cookie);
    expect(first.status).toBe(200);
    expect(await (await mark(student.cookie)).json()).toEqual(await first.json());
    const { rows } = await database.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox_event WHERE event_type = 'NOTIFICATION_READ'`,
    );
    expect(rows[0]?.count).toBe(1);
    const items = (await (await callRoute('GET /api/notifications', { cookie: otherStudent.cookie })).json())
      .items;
    expect(items).toEqual([]);
  });
});
