import * as announcementAcknowledge from '../announcements/[id]/acknowledge/route';
import * as announcementArchive from '../announcements/[id]/archive/route';
import * as announcementLastChange from '../announcements/[id]/last-change/route';
import * as announcementPublish from '../announcements/[id]/publish/route';
import * as announcementReachExport from '../announcements/[id]/reach/export/route';
import * as announcementReach from '../announcements/[id]/reach/route';
import * as announcementRemind from '../announcements/[id]/remind/route';
import * as announcementRevisions from '../announcements/[id]/revisions/route';
import * as announcement from '../announcements/[id]/route';
import * as announcementUnschedule from '../announcements/[id]/unschedule/route';
import * as audienceCount from '../announcements/audience-count/route';
import * as announcements from '../announcements/route';
import * as audit from '../audit/route';
import * as calendarFile from '../calendar/[token]/route';
import * as calendar from '../calendar/route';
import * as courseActivate from '../courses/[id]/activate/route';
import * as courseDeactivate from '../courses/[id]/deactivate/route';
import * as courseDrop from '../courses/[id]/drop/route';
import * as courseEnroll from '../courses/[id]/enroll/route';
import * as courseEnrollCsv from '../courses/[id]/enroll-csv/route';
import * as courseEnrollmentCheck from '../courses/[id]/enrollment-check/route';
import * as courseGrade from '../courses/[id]/grade/route';
import * as courseOffer from '../courses/[id]/offer/route';
import * as coursePeople from '../courses/[id]/people/route';
import * as course from '../courses/[id]/route';
import * as courseUse from '../courses/[id]/use/route';
import * as courses from '../courses/route';
import * as departments from '../departments/route';
import * as eventCatalogue from '../events/catalogue/route';
import * as unmaskings from '../events/unmaskings/route';
import * as health from '../health/route';
import * as holiday from '../holidays/[id]/route';
import * as holidays from '../holidays/route';
import * as mailBounces from '../mail/bounces/route';
import * as mail from '../mail/route';
import * as ownPassword from '../me/password/route';
import * as ownPhone from '../me/phone/route';
import * as me from '../me/route';
import * as factorConfirm from '../me/second-factor/confirm/route';
import * as factorPass from '../me/second-factor/pass/route';
import * as factorCodes from '../me/second-factor/recovery-codes/route';
import * as factorRemove from '../me/second-factor/remove/route';
import * as factor from '../me/second-factor/route';
import * as ownSession from '../me/sessions/[id]/route';
import * as sessionExtend from '../me/sessions/extend/route';
import * as ownSessions from '../me/sessions/route';
import * as overview from '../overview/route';
import * as passwordForgot from '../password/forgot/route';
import * as passwordReset from '../password/reset/route';
import * as personActivate from '../people/[id]/activate/route';
import * as personRole from '../people/[id]/role/route';
import * as person from '../people/[id]/route';
import * as factorReset from '../people/[id]/second-factor/route';
import * as personSessions from '../people/[id]/sessions/route';
import * as personSuspend from '../people/[id]/suspend/route';
import * as userUnlock from '../people/[id]/unlock/route';
import * as peopleExport from '../people/export/route';
import * as importConfirm from '../people/imports/[id]/confirm/route';
import * as importErrors from '../people/imports/[id]/errors/route';
import * as peopleImports from '../people/imports/route';
import * as people from '../people/route';
import * as room from '../rooms/[id]/route';
import * as freeRooms from '../rooms/free/route';
import * as rooms from '../rooms/route';
import * as rosterConfirm from '../roster-imports/[id]/confirm/route';
import * as rosterImport from '../roster-imports/[id]/route';
import * as rosterImports from '../roster-imports/route';
import type { RouteHandler } from '../route-declaration';
import * as settings from '../settings/route';
import * as subject from '../subjects/[id]/route';
import * as subjects from '../subjects/route';
import * as termCopy from '../terms/[id]/copy/route';
import * as term from '../terms/[id]/route';
import * as terms from '../terms/route';
import * as classChange from '../timetable/changes/[id]/route';
import * as classChanges from '../timetable/changes/route';
import * as teachers from '../timetable/faculty/route';
import * as week from '../timetable/week/route';
import * as timetableDiff from '../timetables/[id]/diff/route';
import * as timetableEntries from '../timetables/[id]/entries/route';
import * as timetablePreview from '../timetables/[id]/preview/route';
import * as timetableProposalAccept from '../timetables/[id]/proposal/accept/route';
import * as timetableProposal from '../timetables/[id]/proposal/route';
import * as timetablePublish from '../timetables/[id]/publish/route';
import * as timetable from '../timetables/[id]/route';
import * as timetableEntry from '../timetables/entries/[id]/route';
import * as timetables from '../timetables/route';
import * as trace from '../traces/[correlation_id]/route';
import * as users from '../users/route';
import { attendanceRoutes } from './attendance-routes';
import { conversationRoutes } from './conversation-routes';
import { forumRoutes } from './forum-routes';
import { notificationRoutes } from './notification-routes';

export type RouteModule = Readonly<
  Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', RouteHandler>>
>;

/** Every route of ours by its folder, for the document; a test holds it against the folders. */
export const routeTable: Readonly<Record<string, RouteModule>> = {
  ...attendanceRoutes,
  ...conversationRoutes,
  ...forumRoutes,
  ...notificationRoutes,
  '/api/courses': courses,
  '/api/courses/[id]': course,
  '/api/courses/[id]/activate': courseActivate,
  '/api/courses/[id]/deactivate': courseDeactivate,
  '/api/courses/[id]/drop': courseDrop,
  '/api/courses/[id]/enroll': courseEnroll,
  '/api/courses/[id]/enroll-csv': courseEnrollCsv,
  '/api/courses/[id]/enrollment-check': courseEnrollmentCheck,
  '/api/courses/[id]/grade': courseGrade,
  '/api/courses/[id]/offer': courseOffer,
  '/api/courses/[id]/people': coursePeople,
  '/api/courses/[id]/use': courseUse,
  '/api/terms': terms,
  '/api/terms/[id]': term,
  '/api/terms/[id]/copy': termCopy,
  '/api/subjects': subjects,
  '/api/subjects/[id]': subject,
  '/api/announcements': announcements,
  '/api/announcements/audience-count': audienceCount,
  '/api/announcements/[id]': announcement,
  '/api/announcements/[id]/publish': announcementPublish,
  '/api/me': me,
  '/api/announcements/[id]/unschedule': announcementUnschedule,
  '/api/announcements/[id]/archive': announcementArchive,
  '/api/announcements/[id]/acknowledge': announcementAcknowledge,
  '/api/announcements/[id]/remind': announcementRemind,
  '/api/announcements/[id]/reach': announcementReach,
  '/api/announcements/[id]/reach/export': announcementReachExport,
  '/api/announcements/[id]/revisions': announcementRevisions,
  '/api/announcements/[id]/last-change': announcementLastChange,
  '/api/me/sessions/[id]': ownSession,
  '/api/me/sessions': ownSessions,
  '/api/overview': overview,
  '/api/settings': settings,
  '/api/timetable/faculty': teachers,
  '/api/timetable/week': week,
  '/api/timetable/changes': classChanges,
  '/api/timetable/changes/[id]': classChange,
  '/api/timetables': timetables,
  '/api/timetables/[id]': timetable,
  '/api/timetables/[id]/entries': timetableEntries,
  '/api/timetables/[id]/preview': timetablePreview,
  '/api/timetables/[id]/diff': timetableDiff,
  '/api/timetables/[id]/proposal': timetableProposal,
  '/api/timetables/[id]/proposal/accept': timetableProposalAccept,
  '/api/timetables/[id]/publish': timetablePublish,
  '/api/timetables/entries/[id]': timetableEntry,
  '/api/calendar': calendar,
  '/api/calendar/[token]': calendarFile,
  '/api/rooms': rooms,
  '/api/rooms/free': freeRooms,
  '/api/rooms/[id]': room,
  '/api/holidays': holidays,
  '/api/holidays/[id]': holiday,
  '/api/departments': departments,
  '/api/traces/[correlation_id]': trace,
  '/api/users': users,
  '/api/people': people,
  '/api/people/imports': peopleImports,
  '/api/people/imports/[id]/confirm': importConfirm,
  '/api/people/imports/[id]/errors': importErrors,
  '/api/roster-imports': rosterImports,
  '/api/roster-imports/[id]': rosterImport,
  '/api/roster-imports/[id]/confirm': rosterConfirm,
  '/api/people/export': peopleExport,
  '/api/people/[id]': person,
  '/api/people/[id]/suspend': personSuspend,
  '/api/people/[id]/activate': personActivate,
  '/api/people/[id]/role': personRole,
  '/api/people/[id]/sessions': personSessions,
  '/api/audit': audit,
  '/api/events/catalogue': eventCatalogue,
  '/api/events/unmaskings': unmaskings,
  '/api/health': health,
  '/api/mail': mail,
  '/api/mail/bounces': mailBounces,
  '/api/me/second-factor': factor,
  '/api/me/second-factor/confirm': factorConfirm,
  '/api/me/second-factor/pass': factorPass,
  '/api/me/second-factor/recovery-codes': factorCodes,
  '/api/me/second-factor/remove': factorRemove,
  '/api/people/[id]/second-factor': factorReset,
  '/api/me/sessions/extend': sessionExtend,
  '/api/people/[id]/unlock': userUnlock,
  '/api/me/password': ownPassword,
  '/api/me/phone': ownPhone,
  '/api/password/forgot': passwordForgot,
  '/api/password/reset': passwordReset,
};
