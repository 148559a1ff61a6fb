import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { SendPage } from '@/components/notification-command/send-page';

export const generateMetadata = titled((text) => text.notificationCommand.send.title);

export default async function NewNotification() {
  await requireUser('/admin/notifications/new', ['admin']);
  return <SendPage />;
}
