import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ProfilePage } from '@/components/profile/profile-page';

export const generateMetadata = titled((text) => text.profile.title);

export default async function Profile() {
  await requireUser('/profile');
  return <ProfilePage />;
}
