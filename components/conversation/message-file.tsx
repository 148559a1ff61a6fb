import { Paperclip } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { fileHref } from '@/lib/client/conversation/hand-in-file';
import { sayBytes } from '@/lib/client/text/say-bytes';
import { useFormat } from '@/lib/client/text/text-context';
import type { MessageFileView } from '@/lib/contracts/http/conversation';

/** A picture is shown, any other file is a link to save it by. */
export function MessageFile({ conversationId, file }: { conversationId: string; file: MessageFileView }) {
  const { thread: text } = useConversationText();
  const { locale } = useFormat();
  const href = fileHref(conversationId, file.id);
  const isPicture = file.media_type.startsWith('image/');
  return (
    <p className="my-1">
      {isPicture && (
        <a href={href} target="_blank" rel="noopener" className="mb-1 block w-fit">
          {/* biome-ignore lint/performance/noImgElement: it is behind the session, and as large as it was sent */}
          <img
            src={href}
            alt={text.image(file.name)}
            loading="lazy"
            className="max-h-60 max-w-full rounded-md border object-contain"
          />
        </a>
      )}
      <a
        href={href}
        download={file.name}
        className="inline-flex min-h-8 max-w-full items-center gap-2 rounded-sm text-accent hover:underline"
      >
        <Icon of={Paperclip} />
        <span className="min-w-0 truncate">{text.download(file.name, sayBytes(file.bytes, locale))}</span>
      </a>
    </p>
  );
}
