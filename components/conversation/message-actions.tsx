'use client';

import { Copy, Flag, type LucideIcon, Pencil, Reply, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ReportDialog } from '@/components/content-report/report-dialog';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import { useDisclosed } from '@/components/ui/use-disclosed';
import { useDeleteMessage, useReportMessage } from '@/lib/client/conversation/change-message';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ConversationDetail, MessageView } from '@/lib/contracts/http/conversation';
import type { Writing } from './writing';

interface MessageActionsProps {
  message: MessageView;
  conversation: ConversationDetail;
  isOwn: boolean;
  onWrite: (writing: Writing) => void;
  onClose: () => void;
}

/** What can be done with a message, below it. */
export function MessageActions({ message, conversation, isOwn, onWrite, onClose }: MessageActionsProps) {
  const { thread: text } = useConversationText();
  const { box, close } = useDisclosed(onClose);
  const [asked, setAsked] = useState<'delete' | 'report' | null>(null);
  const copy = () =>
    void navigator.clipboard.writeText(message.text).then(
      () => {
        toast.success(text.copied);
        close();
      },
      () => toast.error(text.notCopied),
    );
  return (
    <div ref={box} className="-ml-2 flex flex-wrap">
      {conversation.may_write && (
        <Act icon={Reply} onAct={() => onWrite({ kind: 'reply', message })}>
          {text.reply}
        </Act>
      )}
      {message.text !== '' && (
        <Act icon={Copy} onAct={copy}>
          {text.copy}
        </Act>
      )}
      {isOwn && conversation.may_write && message.text !== '' && (
        <Act icon={Pencil} onAct={() => onWrite({ kind: 'edit', message })}>
          {text.edit}
        </Act>
      )}
      <Act icon={Trash2} onAct={() => setAsked('delete')}>
        {text.delete}
      </Act>
      {!isOwn && (
        <Act icon={Flag} onAct={() => setAsked('report')}>
          {text.report}
        </Act>
      )}
      {asked === 'delete' && <DeleteDialog message={message} mayForAll={isOwn} onClose={close} />}
      {asked === 'report' && <Report message={message} onClose={close} />}
    </div>
  );
}

function Act({ icon, onAct, children }: { icon: LucideIcon; onAct: () => void; children: string }) {
  return (
    <Button look="quiet" size="small" onClick={onAct}>
      <Icon of={icon} /> {children}
    </Button>
  );
}

/** One's own goes for everybody, another's from one's own view. */
function DeleteDialog(props: { message: MessageView; mayForAll: boolean; onClose: () => void }) {
  const { message, mayForAll, onClose } = props;
  const { remove: text, problems } = useConversationText();
  const { problem } = useText();
  const { mutate, error, isPending } = useDeleteMessage();
  const act = (for_everyone: boolean) => mutate({ message, for_everyone }, { onSuccess: onClose });
  return (
    <AskedDialog
      title={text.title}
      about={mayForAll ? text.about : undefined}
      look="danger"
      act={mayForAll ? text.forAll : text.forMe}
      cancel={text.cancel}
      refusal={error && describeProblem(problem, error, problems)}
      isPending={isPending}
      onAct={() => act(mayForAll)}
      onClose={onClose}
    >
      {mayForAll && (
        <Button disabled={isPending} onClick={() => act(false)}>
          {text.forMe}
        </Button>
      )}
    </AskedDialog>
  );
}

function Report({ message, onClose }: { message: MessageView; onClose: () => void }) {
  const { report: text, problems } = useConversationText();
  const { problem } = useText();
  const { mutate, error, isPending } = useReportMessage();
  const done = () => {
    toast.success(text.sent);
    onClose();
  };
  return (
    <ReportDialog
      text={text}
      refusal={error && describeProblem(problem, error, problems)}
      isPending={isPending}
      onReport={(reason) => mutate({ message, reason }, { onSuccess: done })}
      onClose={onClose}
    />
  );
}
