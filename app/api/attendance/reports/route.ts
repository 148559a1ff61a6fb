import { AttendanceReportList, AttendanceReportView } from '@/lib/contracts/http/attendance-report';
import { MakeReport, ReportQuery } from '@/lib/contracts/http/attendance-report-requests';
import { listReports } from '@/lib/domain/attendance/list-reports';
import { makeReport } from '@/lib/domain/attendance/make-report';
import { pageOf } from '../../keyset-page';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The reports one had made and that are still kept, newest first',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    query: ReportQuery,
    result: AttendanceReportList,
  },
  ({ query, user, services }) =>
    listReports(services.database.sql, user, pageOf('attendance reports', query)),
);

export const POST = userRoute(
  {
    summary: 'Make a report of the marks of a course, a student or a department; it is kept for a week',
    tag: 'attendance',
    access: ['faculty', 'admin'],
    body: MakeReport,
    status: 201,
    result: AttendanceReportView,
    location: ({ id }) => `/api/attendance/reports/${id}/file`,
    problems: ['resource.not_found', 'attendance.report_too_long'],
  },
  ({ body, user, correlationId, services }) =>
    makeReport(services, { actor: user, correlationId, given: body }),
);
