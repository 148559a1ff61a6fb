import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ComposeAnnouncement } from '@/components/announcement/compose-announcement';

export const generateMetadata = titled((text) => text.announcement.write);

export default async function NewAnnouncement() {
  await requireUser('/admin/announcements/new', ['admin']);
  return <ComposeAnnouncement />;
}
