import * as z from 'zod';
import { CommandView } from '@/lib/contracts/http/notification-command';
import { TestTemplate } from '@/lib/contracts/http/notification-template-requests';
import { sendTest } from '@/lib/domain/notification/template/try-template';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Send what a template says to oneself',
    tag: 'notifications',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    body: TestTemplate,
    status: 201,
    result: CommandView,
    idempotent: true,
    problems: ['resource.not_found'],
  },
  ({ params, body, user, correlationId, services: { database, unitOfWork } }) =>
    sendTest({ sql: database.sql, unitOfWork }, { actor: user, correlationId, id: params.id, test: body }),
);
