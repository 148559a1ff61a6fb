import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { CommandsPage } from '@/components/notification-command/commands-page';

export const generateMetadata = titled((text) => text.notificationCommand.title);

export default async function Notifications() {
  await requireUser('/admin/notifications', ['admin']);
  return <CommandsPage />;
}
