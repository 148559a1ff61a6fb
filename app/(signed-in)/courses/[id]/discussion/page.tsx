import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { DiscussionPage } from '@/components/forum/discussion-page';

export const generateMetadata = titled((text) => text.forum.title);

export default async function Discussion({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireUser(`/courses/${id}/discussion`);
  return <DiscussionPage courseId={id} />;
}
