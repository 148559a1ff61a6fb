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
import * as scanConfirm from '../attendance/imports/[id]/confirm/route';
import * as scanImports from '../attendance/imports/route';
import * as attendanceCourseNumbers from '../attendance/numbers/courses/[id]/route';
import * as attendanceNumbers from '../attendance/numbers/route';
import * as reportFile from '../attendance/reports/[id]/file/route';
import * as atRiskExport from '../attendance/reports/at-risk/export/route';
import * as atRisk from '../attendance/reports/at-risk/route';
import * as notTakenExport from '../attendance/reports/not-taken/export/route';
import * as notTaken from '../attendance/reports/not-taken/route';
import * as attendanceReports from '../attendance/reports/route';
import * as requestDecide from '../attendance/requests/[id]/decide/route';
import * as requestFile from '../attendance/requests/[id]/file/route';
import * as correctionRequest from '../attendance/requests/[id]/route';
import * as requestWithdraw from '../attendance/requests/[id]/withdraw/route';
import * as correctionRequests from '../attendance/requests/route';
import * as attendanceRules from '../attendance/rules/route';
import * as sessionBulk from '../attendance/sessions/[id]/bulk/route';
import * as sessionCheckInClear from '../attendance/sessions/[id]/check-in/clear/route';
import * as sessionCheckInCode from '../attendance/sessions/[id]/check-in/code/route';
import * as sessionCheckIn from '../attendance/sessions/[id]/check-in/route';
import * as sessionClose from '../attendance/sessions/[id]/close/route';
import * as sessionHistory from '../attendance/sessions/[id]/history/route';
import * as sessionMarks from '../attendance/sessions/[id]/marks/route';
import * as sessionReopen from '../attendance/sessions/[id]/reopen/route';
import * as sessionRoster from '../attendance/sessions/[id]/roster/route';
import * as attendanceSession from '../attendance/sessions/[id]/route';
import * as attendanceSessions from '../attendance/sessions/route';
import * as standingInCourse from '../attendance/standing/[studentId]/classes/route';
import * as standingOfStudent from '../attendance/standing/[studentId]/route';
import * as ownStanding from '../attendance/standing/route';
import * as attendanceStatus from '../attendance/statuses/[code]/route';
import * as attendanceStatuses from '../attendance/statuses/route';
import * as audit from '../audit/route';
import * as calendarFile from '../calendar/[token]/route';
import * as calendar from '../calendar/route';
import * as checkIn from '../check-in/route';
import * as contentReportDecide from '../content-reports/[id]/decide/route';
import * as contentReports from '../content-reports/route';
import * as courseActivate from '../courses/[id]/activate/route';
import * as courseDeactivate from '../courses/[id]/deactivate/route';
import * as courseDrop from '../courses/[id]/drop/route';
import * as courseEnroll from '../courses/[id]/enroll/route';
import * as courseEnrollCsv from '../courses/[id]/enroll-csv/route';
import * as courseEnrollmentCheck from '../courses/[id]/enrollment-check/route';
import * as forumFollow from '../courses/[id]/forum/follow/route';
import * as forumRead from '../courses/[id]/forum/read/route';
import * as forum from '../courses/[id]/forum/route';
import * as forumSummary from '../courses/[id]/forum/summary/route';
import * as courseGrade from '../courses/[id]/grade/route';
import * as courseOffer from '../courses/[id]/offer/route';
import * as coursePeople from '../courses/[id]/people/route';
import * as course from '../courses/[id]/route';
import * as courseUse from '../courses/[id]/use/route';
import * as courses from '../courses/route';
import * as departments from '../departments/route';
import * as eventCatalogue from '../events/catalogue/route';
import * as unmaskings from '../events/unmaskings/route';
import * as forumPostAccept from '../forum/posts/[id]/accept/route';
import * as forumPostFollow from '../forum/posts/[id]/follow/route';
import * as forumPostModerate from '../forum/posts/[id]/moderate/route';
import * as forumPostRead from '../forum/posts/[id]/read/route';
import * as forumReplies from '../forum/posts/[id]/replies/route';
import * as forumPostReport from '../forum/posts/[id]/report/route';
import * as forumPost from '../forum/posts/[id]/route';
import * as forumReplyHide from '../forum/replies/[id]/hide/route';
import * as forumReplyReport from '../forum/replies/[id]/report/route';
import * as forumReply from '../forum/replies/[id]/route';
import * as health from '../health/route';
import * as holiday from '../holidays/[id]/route';
import * as holidays from '../holidays/route';
import * as mail from '../mail/route';
import * as courseNotificationSettings from '../me/notification-settings/courses/[id]/route';
import * as notificationSettings from '../me/notification-settings/route';
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
import * as notificationChannels from '../notification-channels/route';
import * as commandCancel from '../notification-commands/[id]/cancel/route';
import * as commandRetry from '../notification-commands/[id]/retry/route';
import * as commands from '../notification-commands/route';
import * as pushArrival from '../notification-deliveries/[id]/arrival/route';
import * as notificationRules from '../notification-rules/route';
import * as notificationArchive from '../notifications/[id]/archive/route';
import * as notificationRead from '../notifications/[id]/read/route';
import * as notificationRestore from '../notifications/[id]/restore/route';
import * as oneNotification from '../notifications/[id]/route';
import * as notificationTrail from '../notifications/[id]/trail/route';
import * as notificationUnread from '../notifications/[id]/unread/route';
import * as notificationWhy from '../notifications/[id]/why/route';
import * as notificationsBulk from '../notifications/bulk/route';
import * as readAll from '../notifications/read-all/route';
import * as notifications from '../notifications/route';
import * as notificationsSeen from '../notifications/seen/route';
import * as unreadCount from '../notifications/unread-count/route';
import * as withheld from '../notifications/withheld/route';
import * as overview from '../overview/route';
import * as passwordForgot from '../password/forgot/route';
import * as passwordReset from '../password/reset/route';
import * as personActivate from '../people/[id]/activate/route';
import * as notificationDecisions from '../people/[id]/notification-decisions/route';
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
import * as pushSubscription from '../push-subscriptions/[id]/route';
import * as pushSubscriptions from '../push-subscriptions/route';
import * as pushTest from '../push-subscriptions/test/route';
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
import { conversationRoutes } from './conversation-routes';

export type RouteModule = Readonly<
  Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', RouteHandler>>
>;

/** Every route of ours by its folder, for the document; a test holds it against the folders. */
export const routeTable: Readonly<Record<string, RouteModule>> = {
  ...conversationRoutes,
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
  '/api/content-reports/[id]/decide': contentReportDecide,
  '/api/content-reports': contentReports,
  '/api/courses/[id]/forum/follow': forumFollow,
  '/api/courses/[id]/forum/read': forumRead,
  '/api/courses/[id]/forum': forum,
  '/api/courses/[id]/forum/summary': forumSummary,
  '/api/forum/posts/[id]/accept': forumPostAccept,
  '/api/forum/posts/[id]/follow': forumPostFollow,
  '/api/forum/posts/[id]/moderate': forumPostModerate,
  '/api/forum/posts/[id]/read': forumPostRead,
  '/api/forum/posts/[id]/replies': forumReplies,
  '/api/forum/posts/[id]/report': forumPostReport,
  '/api/forum/posts/[id]': forumPost,
  '/api/forum/replies/[id]/hide': forumReplyHide,
  '/api/forum/replies/[id]/report': forumReplyReport,
  '/api/forum/replies/[id]': forumReply,
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
  '/api/notification-deliveries/[id]/arrival': pushArrival,
  '/api/push-subscriptions': pushSubscriptions,
  '/api/push-subscriptions/[id]': pushSubscription,
  '/api/push-subscriptions/test': pushTest,
  '/api/notification-commands': commands,
  '/api/notification-commands/[id]/cancel': commandCancel,
  '/api/notification-commands/[id]/retry': commandRetry,
  '/api/notifications': notifications,
  '/api/notifications/unread-count': unreadCount,
  '/api/notifications/read-all': readAll,
  '/api/notifications/[id]/read': notificationRead,
  '/api/me': me,
  '/api/me/notification-settings': notificationSettings,
  '/api/me/notification-settings/courses/[id]': courseNotificationSettings,
  '/api/notification-rules': notificationRules,
  '/api/notifications/bulk': notificationsBulk,
  '/api/notifications/withheld': withheld,
  '/api/notifications/[id]/why': notificationWhy,
  '/api/people/[id]/notification-decisions': notificationDecisions,
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
  '/api/notifications/[id]': oneNotification,
  '/api/notifications/[id]/trail': notificationTrail,
  '/api/notification-channels': notificationChannels,
  '/api/notifications/[id]/unread': notificationUnread,
  '/api/notifications/[id]/archive': notificationArchive,
  '/api/notifications/[id]/restore': notificationRestore,
  '/api/notifications/seen': notificationsSeen,
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
  '/api/attendance/rules': attendanceRules,
  '/api/attendance/statuses': attendanceStatuses,
  '/api/attendance/statuses/[code]': attendanceStatus,
  '/api/attendance/numbers': attendanceNumbers,
  '/api/attendance/numbers/courses/[id]': attendanceCourseNumbers,
  '/api/attendance/sessions': attendanceSessions,
  '/api/attendance/sessions/[id]': attendanceSession,
  '/api/attendance/sessions/[id]/bulk': sessionBulk,
  '/api/attendance/sessions/[id]/check-in': sessionCheckIn,
  '/api/attendance/sessions/[id]/check-in/clear': sessionCheckInClear,
  '/api/attendance/sessions/[id]/check-in/code': sessionCheckInCode,
  '/api/check-in': checkIn,
  '/api/attendance/sessions/[id]/close': sessionClose,
  '/api/attendance/sessions/[id]/marks': sessionMarks,
  '/api/attendance/sessions/[id]/reopen': sessionReopen,
  '/api/attendance/standing': ownStanding,
  '/api/attendance/standing/[studentId]': standingOfStudent,
  '/api/attendance/standing/[studentId]/classes': standingInCourse,
  '/api/attendance/sessions/[id]/history': sessionHistory,
  '/api/attendance/sessions/[id]/roster': sessionRoster,
  '/api/attendance/requests': correctionRequests,
  '/api/attendance/requests/[id]': correctionRequest,
  '/api/attendance/requests/[id]/decide': requestDecide,
  '/api/attendance/requests/[id]/withdraw': requestWithdraw,
  '/api/attendance/requests/[id]/file': requestFile,
  '/api/attendance/reports': attendanceReports,
  '/api/attendance/reports/[id]/file': reportFile,
  '/api/attendance/reports/not-taken': notTaken,
  '/api/attendance/reports/not-taken/export': notTakenExport,
  '/api/attendance/reports/at-risk': atRisk,
  '/api/attendance/reports/at-risk/export': atRiskExport,
  '/api/attendance/imports': scanImports,
  '/api/attendance/imports/[id]/confirm': scanConfirm,
  '/api/audit': audit,
  '/api/events/catalogue': eventCatalogue,
  '/api/events/unmaskings': unmaskings,
  '/api/health': health,
  '/api/mail': mail,
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
