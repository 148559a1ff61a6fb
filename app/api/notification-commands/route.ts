import { CommandList, CommandView } from '@/lib/contracts/http/notification-command';
import { CommandListQuery, SendNotification } from '@/lib/contracts/http/notification-command-requests';
import { listCommands } from '@/lib/domain/notification/command/list-commands';
import { requestCommand } from '@/lib/domain/notification/command/request-command';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'What was asked to be told, by whom, and how far it has come, newest first',
    tag: 'notifications',
    access: ['admin'],
    query: CommandListQuery,
    result: CommandList,
  },
  ({ query, services }) =>
    listCommands(services.database.sql, { ...pageOf('notification-commands', query), status: query.status }),
);

export const POST = userRoute(
  {
    summary: 'Tell an audience something, now or at a time to come',
    tag: 'notifications',
    access: ['admin'],
    body: SendNotification,
    status: 201,
    result: CommandView,
    idempotent: true,
    location: () => '/api/notification-commands',
  },
  ({ body, user, correlationId, services }) =>
    requestCommand(services.unitOfWork, { actor: user, correlationId, wish: body }),
);
