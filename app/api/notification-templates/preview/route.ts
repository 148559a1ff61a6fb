import { TemplatePreview } from '@/lib/contracts/http/notification-template';
import { PreviewTemplate } from '@/lib/contracts/http/notification-template-requests';
import { previewTemplate } from '@/lib/domain/notification/template/try-template';
import { userRoute } from '../../route-wrapper';

export const POST = userRoute(
  {
    summary: 'What a text would say with these values, or what is wrong with it',
    tag: 'notifications',
    access: ['admin'],
    body: PreviewTemplate,
    result: TemplatePreview,
  },
  ({ body, user, services }) => previewTemplate(services.database.sql, user, body),
);
