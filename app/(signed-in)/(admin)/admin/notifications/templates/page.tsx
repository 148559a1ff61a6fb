import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { TemplatesPage } from '@/components/notification-template/templates-page';

export const generateMetadata = titled((text) => text.notificationTemplate.title);

export default async function NotificationTemplates() {
  await requireUser('/admin/notifications/templates', ['admin']);
  return <TemplatesPage />;
}
