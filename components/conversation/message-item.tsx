'use client';

import { clsx } from 'clsx';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { useIsFresh } from '@/lib/client/realtime/realtime-provider';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat } from '@/lib/client/text/text-context';
import type { ConversationDetail, MessageView } from '@/lib/contracts/http/conversation';
import { MessageFile } from './message-file';
import { MessageText } from './message-text';
import type { Writing } from './writing';

interface MessageItemProps {
  message: MessageView;
  conversation: ConversationDetail;
  /** The first of several in one breath says who and when. */
  isFirst: boolean;
  /** The one that the address names. */
  isSought: boolean;
  onWrite: (writing: Writing) => void;
}

const fetchActions = () => import('./message-actions').then((module) => module.MessageActions);

/** One message. What can be done with it opens below it. */
export function MessageItem({ message, conversation, isFirst, isSought, onWrite }: MessageItemProps) {
  const text = useConversationText();
  const me = useMe();
  const format = useFormat();
  const isFresh = useIsFresh(message.id);
  const [isOpen, setIsOpen] = useState(false);
  const Actions = useFetchedPart(fetchActions, { isWanted: isOpen, onFailed: () => setIsOpen(false) });
  const { sender, sent_at, edited_at, deleted_at, file, reply_to } = message;
  const isOwn = sender.id === me.id;
  return (
    <article
      className={clsx(
        'group relative px-2 py-0.5',
        isFirst && 'mt-2.5',
        isFresh && !isOwn && 'washed',
        isSought && 'bg-accent-tint',
        isOwn && 'border-l-2 border-accent',
        !isOwn && 'border-l-2 border-transparent',
      )}
    >
      {isFirst && (
        <p className="flex items-baseline gap-2">
          <span className="font-strong">{isOwn ? text.you : <bdi>{sender.name}</bdi>}</span>
          <time dateTime={sent_at} title={format.exact(sent_at)} className="text-sm text-ink-3 tabular-nums">
            {format.clock(sent_at)}
          </time>
        </p>
      )}
      {reply_to && deleted_at === null && (
        <p className="mb-0.5 truncate border-l-2 border-line-strong pl-2 text-sm text-ink-2" dir="auto">
          <span className="sr-only">{text.thread.inReplyTo(reply_to.sender_name)}: </span>
          <span className="font-strong">
            <bdi>{reply_to.sender_name}</bdi>
          </span>{' '}
          {reply_to.text}
        </p>
      )}
      {deleted_at === null ? (
        <>
          <MessageText
            text={message.text}
            mentionedIds={message.mentioned_ids}
            members={conversation.members}
          />
          {file && <MessageFile conversationId={message.conversation_id} file={file} />}
          {edited_at !== null && (
            <span className="text-sm text-ink-3" title={format.exact(edited_at)}>
              {text.thread.edited}
            </span>
          )}
          <Button
            look="quiet"
            size="icon"
            className={clsx(
              'absolute top-0 right-0 md:size-7',
              'opacity-60 group-hover:opacity-100 focus-visible:opacity-100 md:opacity-0',
            )}
            aria-label={text.thread.actionsOf(isOwn ? text.you : sender.name, format.clock(sent_at))}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Icon of={Ellipsis} />
          </Button>
          {isOpen && Actions && (
            <Actions
              message={message}
              conversation={conversation}
              isOwn={isOwn}
              onWrite={(writing) => {
                setIsOpen(false);
                onWrite(writing);
              }}
              onClose={() => setIsOpen(false)}
            />
          )}
        </>
      ) : (
        <p className="text-ink-3 italic">{text.deleted}</p>
      )}
    </article>
  );
}
