'use client';

import { Archive, ArchiveRestore, Bell, BellOff, LogOut, type LucideIcon, MailOpen, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Check, Input } from '@/components/ui/controls';
import { DialogWindow } from '@/components/ui/dialog-window';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { toast } from '@/components/ui/toast';
import {
  type ConversationAct,
  useChangeConversation,
  useChangeMembers,
  useConversationAct,
} from '@/lib/client/conversation/change-conversation';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { useMe } from '@/lib/client/session/me-context';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ConversationDetail, MessageRecipients } from '@/lib/contracts/http/conversation';
import { MessagingSwitches } from './messaging-switches';
import { PeopleField } from './start-dialog';

interface AboutProps {
  conversation: ConversationDetail;
  onClose: () => void;
}

/** Who is in it, and what one can do with it as a whole. */
export function ConversationAbout({ conversation, onClose }: AboutProps) {
  const { about: text } = useConversationText();
  const { type, may_manage } = conversation;
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={text.title}
      actions={<Button onClick={onClose}>{text.close}</Button>}
    >
      <div className="grid gap-5">
        <Acts conversation={conversation} onClose={onClose} />
        {may_manage && type !== 'direct' && <Manage conversation={conversation} />}
        {type !== 'direct' && <Members conversation={conversation} />}
        <MessagingSwitches />
      </div>
    </DialogWindow>
  );
}

function Acts({ conversation, onClose }: AboutProps) {
  const { about: text, problems } = useConversationText();
  const { problem } = useText();
  const router = useRouter();
  const { id, muted_at, archived_at, type } = conversation;
  const { mutate, isPending } = useConversationAct(id);
  const [isLeaving, setIsLeaving] = useState(false);
  const act = (name: ConversationAct, leavesPage = false) =>
    mutate(name, {
      onSuccess: () => {
        if (leavesPage) router.push('/messages');
        onClose();
      },
      onError: (error) => toast.error(text.failed(describeProblem(problem, error, problems))),
    });
  const button = (icon: LucideIcon, label: string, onClick: () => void) => (
    <Button disabled={isPending} onClick={onClick}>
      <Icon of={icon} /> {label}
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {muted_at === null
        ? button(BellOff, text.mute, () => act('mute'))
        : button(Bell, text.unmute, () => act('unmute'))}
      {archived_at === null
        ? button(Archive, text.archive, () => act('archive', true))
        : button(ArchiveRestore, text.restore, () => act('restore'))}
      {button(MailOpen, text.markUnread, () => act('unread', true))}
      {type === 'group' && button(LogOut, text.leave, () => setIsLeaving(true))}
      {isLeaving && (
        <AskedDialog
          title={text.leaveAsk}
          about={text.leaveAbout}
          look="danger"
          act={text.leave}
          cancel={text.cancel}
          isPending={isPending}
          onAct={() => act('leave', true)}
          onClose={() => setIsLeaving(false)}
        />
      )}
    </div>
  );
}

function Manage({ conversation }: { conversation: ConversationDetail }) {
  const { about: text, problems } = useConversationText();
  const { problem } = useText();
  const { mutate, error, isPending } = useChangeConversation(conversation);
  const [title, setTitle] = useState(conversation.title);
  const isChanged = title.trim() !== conversation.title && title.trim() !== '';
  return (
    <div className="grid gap-3">
      <Field label={text.rename}>
        {(control) => (
          <span className="flex gap-2">
            <Input
              {...control}
              maxLength={120}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
            <Button disabled={!isChanged || isPending} onClick={() => mutate({ title: title.trim() })}>
              {text.save}
            </Button>
          </span>
        )}
      </Field>
      <Check
        checked={conversation.is_staff_only}
        disabled={isPending}
        onChange={(event) => mutate({ is_staff_only: event.target.checked })}
      >
        {text.staffOnly}
      </Check>
      {error && (
        <p role="alert" className="text-danger">
          {describeProblem(problem, error, problems)}
        </p>
      )}
    </div>
  );
}

type Recipient = MessageRecipients['items'][number];
const nobody: readonly Recipient[] = [];

function Members({ conversation }: { conversation: ConversationDetail }) {
  const { about: text, problems } = useConversationText();
  const { problem, layout } = useText();
  const me = useMe();
  const { id, members, may_manage, type } = conversation;
  const { mutate, error, isPending } = useChangeMembers(id);
  const [added, setAdded] = useState(nobody);
  const mayChange = may_manage && type === 'group';
  return (
    <section aria-label={text.members}>
      <h3 className="mb-1 text-md">{text.members}</h3>
      <ul className="max-h-60 overflow-y-auto border-y">
        {members.map((member) => (
          <li
            key={member.id}
            className="flex min-h-11 items-center gap-2 border-b last:border-b-0 md:min-h-9"
          >
            <bdi className="min-w-0 grow truncate">{member.name}</bdi>
            {member.is_owner && <Badge>{text.owner}</Badge>}
            <span className="text-sm text-ink-3">{layout.roles[member.role]}</span>
            {mayChange && member.id !== me.id && (
              <Button
                look="quiet"
                size="icon"
                aria-label={text.remove(member.name)}
                disabled={isPending}
                onClick={() => mutate({ remove: member.id })}
              >
                <Icon of={X} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="mt-3 grid gap-2">
          <PeopleField people={added} onChange={setAdded} />
          {added.length > 0 && (
            <Button
              className="justify-self-start"
              disabled={isPending}
              onClick={() =>
                mutate({ add: added.map((person) => person.id) }, { onSuccess: () => setAdded(nobody) })
              }
            >
              {text.add}
            </Button>
          )}
        </div>
      )}
      {error && (
        <p role="alert" className="mt-2 text-danger">
          {describeProblem(problem, error, problems)}
        </p>
      )}
    </section>
  );
}
