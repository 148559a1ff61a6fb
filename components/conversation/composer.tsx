'use client';

import { Paperclip, SendHorizontal, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import * as z from 'zod/mini';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { useEditMessage } from '@/lib/client/conversation/change-message';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { mentionedIn } from '@/lib/client/conversation/find-mention';
import { liveConversation } from '@/lib/client/conversation/live-conversation';
import { useMessageSender } from '@/lib/client/conversation/use-message-sender';
import { useMe } from '@/lib/client/session/me-context';
import { useKeptDraft } from '@/lib/client/session/use-kept-draft';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ConversationDetail } from '@/lib/contracts/http/conversation';
import { MentionChoice, useMentionChoice } from './mention-choice';
import { useAttachment } from './use-attachment';
import type { Writing } from './writing';

interface ComposerProps {
  conversation: ConversationDetail;
  writing: Writing;
  /** Sent, or given up: what is written next is a new message. */
  onDone: () => void;
}

const LONGEST = 8_000;
const Kept = z.string();

/** Where one writes. What is sent is shown at once, and goes out when the network lets it. */
export function Composer({ conversation, writing, onDone }: ComposerProps) {
  const { id, members, may_write, is_staff_only } = conversation;
  const { composer: text, problems } = useConversationText();
  const { problem } = useText();
  const me = useMe();
  const { sender } = useMessageSender();
  const edit = useEditMessage();
  const attachment = useAttachment(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const isEdit = writing.kind === 'edit';
  const [value, setValue] = useState(isEdit ? writing.message.text : '');
  const draft = useKeptDraft({
    key: `message:${me.id}:${id}`,
    schema: Kept,
    onRestore: (kept) => {
      if (!isEdit) setValue(kept);
    },
  });
  const mention = useMentionChoice({ field, value, members, onChange: change });
  useEffect(() => {
    if (writing.kind !== 'new') field.current?.focus();
  }, [writing]);
  useStopTyping();

  function change(next: string): void {
    setValue(next);
    liveConversation.isTyping.set(next.trim() !== '' && !isEdit);
    if (!isEdit) draft.keep(next);
  }

  function done(): void {
    change('');
    draft.forget();
    attachment.remove();
    onDone();
  }

  function send(): void {
    const words = value.trim();
    const mentioned_ids = mentionedIn(words, members);
    if (isEdit) {
      if (words === '' || edit.isPending) return;
      edit.mutate(
        { message: writing.message, text: words, mentioned_ids },
        { onSuccess: onDone, onError: (error) => toast.error(describeProblem(problem, error, problems)) },
      );
      return;
    }
    if ((words === '' && !attachment.file) || attachment.pendingName !== null) return;
    sender.add({
      client_id: newId(),
      conversation_id: id,
      text: words,
      reply_to_id: writing.kind === 'reply' ? writing.message.id : null,
      mentioned_ids,
      file: attachment.file,
      queued_at: new Date().toISOString(),
      refused: null,
    });
    done();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (mention.onKeyDown(event)) return;
    if (event.key === 'Escape' && writing.kind !== 'new') {
      event.preventDefault();
      onDone();
    }
    // On a phone the key begins a new line, as everywhere there.
    const isTouch = window.matchMedia('(pointer: coarse)').matches;
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || isTouch) return;
    event.preventDefault();
    send();
  }

  if (!may_write)
    return <p className="border-t py-3 text-ink-2">{is_staff_only ? text.staffOnly : text.mayNot}</p>;
  return (
    <div className="relative border-t pt-2">
      {writing.kind !== 'new' && (
        <div className="mb-1 flex items-center gap-2 border-l-2 border-accent pl-2 text-sm">
          <p className="min-w-0 grow truncate text-ink-2">
            <span className="font-strong">
              {isEdit ? text.editing : text.replyTo(writing.message.sender.name)}
            </span>{' '}
            {!isEdit && writing.message.text}
          </p>
          <Button look="quiet" size="small" onClick={onDone}>
            {isEdit ? text.cancel : text.noReply}
          </Button>
        </div>
      )}
      <AttachedFile attachment={attachment} />
      <MentionChoice choice={mention} />
      <div className="flex items-end gap-2">
        {!isEdit && (
          <Button
            look="quiet"
            size="icon"
            aria-label={text.attach}
            title={text.attach}
            disabled={attachment.pendingName !== null}
            onClick={attachment.choose}
          >
            <Icon of={Paperclip} />
          </Button>
        )}
        <textarea
          ref={field}
          {...mention.field}
          aria-label={text.label}
          placeholder={text.placeholder}
          title={text.hint}
          dir="auto"
          rows={1}
          maxLength={LONGEST}
          className="max-h-40 min-h-11 min-w-0 grow resize-none field-sizing-content rounded-md border border-line-strong bg-raised px-3 py-2.5 text-md text-ink placeholder:text-ink-3 md:min-h-9 md:py-1.5 md:text-base"
          value={value}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button look="primary" size="icon" aria-label={isEdit ? text.save : text.send} onClick={send}>
          <Icon of={SendHorizontal} />
        </Button>
      </div>
    </div>
  );
}

function AttachedFile({ attachment }: { attachment: ReturnType<typeof useAttachment> }) {
  const { composer: text } = useConversationText();
  const { file, pendingName, remove } = attachment;
  return (
    <div role="status" className="text-sm text-ink-2">
      {pendingName !== null && <p className="pb-1">{text.attaching(pendingName)}</p>}
      {file && (
        <p className="flex items-center gap-2 pb-1">
          <Icon of={Paperclip} />
          <span className="min-w-0 truncate">{text.attached(file.name)}</span>
          <Button look="quiet" size="icon" aria-label={text.detach(file.name)} onClick={remove}>
            <Icon of={X} />
          </Button>
        </p>
      )}
    </div>
  );
}

/** Whoever goes to something else writes no more. */
function useStopTyping(): void {
  useEffect(() => {
    const stop = () => liveConversation.isTyping.set(false);
    window.addEventListener('blur', stop);
    return () => {
      window.removeEventListener('blur', stop);
      stop();
    };
  }, []);
}
