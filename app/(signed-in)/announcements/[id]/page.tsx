import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { AnnouncementPage } from '@/components/announcement/announcement-page';

export const generateMetadata = titled((text) => text.announcement.one);

export default async function OneAnnouncement({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { role } = await requireUser(`/announcements/${id}`);
  return <AnnouncementPage id={id} listHref={role === 'admin' ? '/admin/announcements' : '/announcements'} />;
}
