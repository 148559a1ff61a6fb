import { requireUser } from '@/app/current-user';
import { ComposeAnnouncement } from '@/components/announcement/compose-announcement';

export const metadata = { title: 'Write an announcement' };

export default async function NewAnnouncement() {
  await requireUser('/admin/announcements/new', ['admin']);
  return <ComposeAnnouncement />;
}
