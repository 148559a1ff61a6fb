import { requireUser } from '@/app/current-user';
import { titled } from '@/app/request-language';
import { NoConversation } from '@/components/conversation/no-conversation';

export const generateMetadata = titled((text) => text.conversation.title);

export default async function Messages() {
  await requireUser('/messages');
  return <NoConversation />;
}
