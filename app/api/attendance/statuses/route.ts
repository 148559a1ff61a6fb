import { CustomStatusList, CustomStatusView } from '@/lib/contracts/http/attendance-rules';
import { CreateCustomStatus } from '@/lib/contracts/http/attendance-rules-requests';
import { createStatus, listStatuses } from '@/lib/domain/attendance/write-status';
import { userRoute } from '../../route-wrapper';

export const GET = userRoute(
  {
    summary: "The university's own attendance statuses, at most 50",
    tag: 'attendance',
    access: 'signed-in',
    result: CustomStatusList,
  },
  ({ services }) => listStatuses(services.database.sql),
);

export const POST = userRoute(
  {
    summary: 'Add an attendance status that counts as one of the four',
    tag: 'attendance',
    access: ['admin'],
    body: CreateCustomStatus,
    status: 201,
    result: CustomStatusView,
    idempotent: true,
    problems: ['attendance.status_taken', 'attendance.too_many_statuses'],
  },
  ({ body, user, correlationId, services }) =>
    services.unitOfWork.run({ correlationId }, (tx) =>
      createStatus(tx, { actor: user, correlationId }, body),
    ),
);
