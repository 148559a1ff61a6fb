import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { SettingsPage } from '@/components/setting/settings-page';

export const generateMetadata = titled((text) => text.settings.title);

export default async function AdminSettings() {
  await requireUser('/admin/settings', ['admin']);
  return <SettingsPage />;
}
