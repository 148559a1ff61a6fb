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
import * as checkIn from '../check-in/route';

/** The routes of attendance and of checking in by their folder. */
export const attendanceRoutes = {
  '/api/attendance/imports': scanImports,
  '/api/attendance/imports/[id]/confirm': scanConfirm,
  '/api/attendance/numbers': attendanceNumbers,
  '/api/attendance/numbers/courses/[id]': attendanceCourseNumbers,
  '/api/attendance/reports': attendanceReports,
  '/api/attendance/reports/[id]/file': reportFile,
  '/api/attendance/reports/at-risk': atRisk,
  '/api/attendance/reports/at-risk/export': atRiskExport,
  '/api/attendance/reports/not-taken': notTaken,
  '/api/attendance/reports/not-taken/export': notTakenExport,
  '/api/attendance/requests': correctionRequests,
  '/api/attendance/requests/[id]': correctionRequest,
  '/api/attendance/requests/[id]/decide': requestDecide,
  '/api/attendance/requests/[id]/file': requestFile,
  '/api/attendance/requests/[id]/withdraw': requestWithdraw,
  '/api/attendance/rules': attendanceRules,
  '/api/attendance/sessions': attendanceSessions,
  '/api/attendance/sessions/[id]': attendanceSession,
  '/api/attendance/sessions/[id]/bulk': sessionBulk,
  '/api/attendance/sessions/[id]/check-in': sessionCheckIn,
  '/api/attendance/sessions/[id]/check-in/clear': sessionCheckInClear,
  '/api/attendance/sessions/[id]/check-in/code': sessionCheckInCode,
  '/api/attendance/sessions/[id]/close': sessionClose,
  '/api/attendance/sessions/[id]/history': sessionHistory,
  '/api/attendance/sessions/[id]/marks': sessionMarks,
  '/api/attendance/sessions/[id]/reopen': sessionReopen,
  '/api/attendance/sessions/[id]/roster': sessionRoster,
  '/api/attendance/standing': ownStanding,
  '/api/attendance/standing/[studentId]': standingOfStudent,
  '/api/attendance/standing/[studentId]/classes': standingInCourse,
  '/api/attendance/statuses': attendanceStatuses,
  '/api/attendance/statuses/[code]': attendanceStatus,
  '/api/check-in': checkIn,
};
