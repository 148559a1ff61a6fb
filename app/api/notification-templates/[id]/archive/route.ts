import * as z from 'zod';
import { TemplateView } from '@/lib/contracts/http/notification-template';
import { archiveTemplate } from '@/lib/domain/notification/template/write-template';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Put a template away, so that no command can name it',
    tag: 'notifications',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: TemplateView,
    problems: ['resource.not_found'],
  },
  ({ params, user, correlationId, services }) =>
    archiveTemplate(services.unitOfWork, { actor: user, correlationId, id: params.id, archived: true }),
);
