import { requireAuthorOf } from '@/app/current-author';
import { titled } from '@/app/request-language';
import { EditAnnouncement } from '@/components/announcement-writing/edit-announcement';

export const generateMetadata = titled((text) => text.announcement.edit);

export default async function EditOneAnnouncement({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireAuthorOf(id, `/announcements/${id}/edit`);
  return <EditAnnouncement id={id} />;
}
