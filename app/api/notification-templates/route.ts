import { TemplateList, TemplateView } from '@/lib/contracts/http/notification-template';
import { CreateTemplate, TemplateListQuery } from '@/lib/contracts/http/notification-template-requests';
import { listTemplates } from '@/lib/domain/notification/template/queries';
import { createTemplate } from '@/lib/domain/notification/template/write-template';
import { pageOf } from '../keyset-page';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  {
    summary: 'The templates of notifications, by key',
    tag: 'notifications',
    access: ['admin'],
    query: TemplateListQuery,
    result: TemplateList,
  },
  ({ query, user, services }) =>
    listTemplates(services.database.sql, user, {
      ...query,
      ...pageOf('notification-templates', query, 'name'),
    }),
);

export const POST = userRoute(
  {
    summary: 'Write a template, or one more language of it',
    tag: 'notifications',
    access: ['admin'],
    body: CreateTemplate,
    status: 201,
    result: TemplateView,
    idempotent: true,
    location: ({ id }) => `/api/notification-templates/${id}`,
    problems: ['notification.template_exists'],
  },
  ({ body, user, correlationId, services }) =>
    createTemplate(services.unitOfWork, { actor: user, correlationId, template: body }),
);
