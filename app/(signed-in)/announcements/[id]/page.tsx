import { requireUser } from '@/app/current-user';
import { AnnouncementPage } from '@/components/announcement/announcement-page';

export const metadata = { title: 'Announcement' };

export default async function OneAnnouncement({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { role } = await requireUser(`/announcements/${id}`);
  return <AnnouncementPage id={id} listHref={role === 'admin' ? '/admin/announcements' : '/announcements'} />;
}
