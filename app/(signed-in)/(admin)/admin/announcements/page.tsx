import { requireUser } from '@/app/current-user';
import { AuthorBoard } from '@/components/announcement/author-board';

export const metadata = { title: 'Announcements' };

export default async function AdminAnnouncements() {
  await requireUser('/admin/announcements', ['admin']);
  return <AuthorBoard />;
}
