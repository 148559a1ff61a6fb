import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { PreferencesPage } from '@/components/notification-preference/preferences-page';

export const generateMetadata = titled((text) => text.notificationPreference.title);

export default async function NotificationPreferences() {
  await requireUser('/profile/notifications');
  return <PreferencesPage />;
}
