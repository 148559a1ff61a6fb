import { Clock, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import type { QueuedMessage } from '@/lib/client/conversation/message-queue';
import type { MessageSender } from '@/lib/client/conversation/message-sender';
import { useText } from '@/lib/client/text/text-context';
import { wordOf } from '@/lib/client/text/word-of';

interface QueuedItemProps {
  message: QueuedMessage;
  isWaiting: boolean;
  sender: MessageSender;
}

/** One that the reader has written and that has not arrived: on its way, or come back. */
export function QueuedItem({ message, isWaiting, sender }: QueuedItemProps) {
  const { thread: text, problems } = useConversationText();
  const { problem } = useText();
  const { client_id, refused, file } = message;
  return (
    <article className="border-l-2 border-line-strong px-2 py-0.5">
      <p className="max-w-prose whitespace-pre-wrap wrap-anywhere text-ink-2" dir="auto">
        {message.text}
      </p>
      {file && <p className="text-sm text-ink-2">{file.name}</p>}
      {refused === null ? (
        <p className="flex items-center gap-1.5 text-sm text-ink-3" role="status">
          <Icon of={Clock} /> {isWaiting ? text.waiting : text.sending}
        </p>
      ) : (
        <div className="flex flex-wrap items-center gap-2 text-sm text-danger" role="alert">
          <Icon of={TriangleAlert} />
          {text.notSent(
            wordOf({ ...problem.ofCode, ...problems }, refused, problem.ofCode['service.failed']),
          )}
          <Button size="small" onClick={() => sender.sendAgain(client_id)}>
            {text.sendAgain}
          </Button>
          <Button size="small" look="quiet" onClick={() => sender.discard(client_id)}>
            {text.discard}
          </Button>
        </div>
      )}
    </article>
  );
}
