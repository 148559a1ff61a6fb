import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { ThreadPage } from '@/components/conversation/thread-page';

export const generateMetadata = titled((text) => text.conversation.title);

export default async function OneConversation({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireUser(`/messages/${id}`);
  return <ThreadPage key={id} id={id} />;
}
