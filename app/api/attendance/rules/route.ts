import { AttendanceRulesView } from '@/lib/contracts/http/attendance-rules';
import { WriteAttendanceRules } from '@/lib/contracts/http/attendance-rules-requests';
import { changeRules } from '@/lib/domain/attendance/change-rules';
import { readVersionedRules } from '@/lib/domain/attendance/rules';
import { versionTag } from '../../conditional-request';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: 'By what attendance is judged',
    tag: 'attendance',
    access: 'signed-in',
    result: AttendanceRulesView,
    etag: ({ version }) => versionTag(version),
  },
  ({ services }) => readVersionedRules(services.database.sql),
);

export const PUT = userRoute(
  {
    summary: 'Judge attendance by other rules from now on',
    tag: 'attendance',
    access: ['admin'],
    body: WriteAttendanceRules,
    result: AttendanceRulesView,
    ifMatch: 'required',
    etag: ({ version }) => versionTag(version),
  },
  ({ body, ifMatch, user, correlationId, services }) =>
    services.unitOfWork.run({ correlationId }, (tx) =>
      changeRules(tx, { actor: user, correlationId, ifMatch }, body),
    ),
);
