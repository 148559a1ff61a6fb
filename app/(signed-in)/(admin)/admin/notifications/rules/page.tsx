import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { RulesPage } from '@/components/notification-rule/rules-page';

export const generateMetadata = titled((text) => text.notificationRule.title);

export default async function NotificationRules() {
  await requireUser('/admin/notifications/rules', ['admin']);
  return <RulesPage />;
}
