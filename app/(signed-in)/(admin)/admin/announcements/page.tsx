import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { AuthorBoard } from '@/components/announcement/author-board';

export const generateMetadata = titled((text) => text.announcement.many);

export default async function AdminAnnouncements() {
  await requireUser('/admin/announcements', ['admin']);
  return <AuthorBoard />;
}
