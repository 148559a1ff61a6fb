import * as z from 'zod';
import { TemplateView } from '@/lib/contracts/http/notification-template';
import { archiveTemplate } from '@/lib/domain/notification/template/write-template';
import { userRoute } from '../../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'Take a template back into use',
    tag: 'notifications',
    access: ['admin'],
    params: z.object({ id: z.string() }),
    result: TemplateView,
    problems: ['resource.not_found'],
  },
  ({ params, user, correlationId, services }) =>
    archiveTemplate(services.unitOfWork, { actor: user, correlationId, id: params.id, archived: false }),
);
