import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ThreadPage } from '@/components/forum/thread-page';

export const generateMetadata = titled((text) => text.forum.title);

export default async function Thread({ params }: { params: Promise<{ id: string; postId: string }> }) {
  const { id, postId } = await params;
  await requireUser(`/courses/${id}/discussion/${postId}`);
  return <ThreadPage courseId={id} postId={postId} />;
}
