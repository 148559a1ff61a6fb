import { useState } from 'react';
import { ReportDialog } from '@/components/content-report/report-dialog';
import { AskedDialog } from '@/components/ui/asked-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { useDisclosed } from '@/components/ui/use-disclosed';
import { type ForumDeed, useForumDeed } from '@/lib/client/forum/change-thread';
import { useForumText } from '@/lib/client/forum/forum-text';
import { useMe } from '@/lib/client/session/me-context';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ForumReplyView, ForumThread } from '@/lib/contracts/http/forum';
import { EditDialog } from './edit-dialog';

interface ContributionMenuProps {
  thread: ForumThread;
  reply?: ForumReplyView;
  onClose: () => void;
}

/** All that the reader may do with a thread or a reply, below the button that asked for it. */
export function ContributionMenu({ thread, reply, onClose }: ContributionMenuProps) {
  const text = useForumText();
  const { problem } = useText();
  const me = useMe();
  const { mutate, isPending, error } = useForumDeed();
  const { box, close } = useDisclosed(onClose);
  const [asked, setAsked] = useState<'delete' | 'report' | 'edit' | null>(null);
  const about = reply ?? thread;
  const isOwn = about.author.id === me.id;
  const isStaff = thread.may_moderate;
  const kind = reply ? 'reply' : 'post';
  const isAnswer = thread.accepted_id === about.id;
  const refusal = error && describeProblem(problem, error, text.problems);
  const act = (deed: ForumDeed, done?: string) =>
    mutate(deed, {
      onSuccess: () => {
        if (done) toast.success(done);
        close();
      },
      onError: (failure) => {
        if (asked === null) toast.error(describeProblem(problem, failure, text.problems));
      },
    });
  const moderate = (change: { pinned?: boolean; locked?: boolean; hidden?: boolean }) =>
    act({ deed: 'moderate', id: thread.id, change });
  const isHidden = about.hidden_at !== null;
  const items: (readonly [string, () => void] | false)[] = [
    reply !== undefined &&
      !isHidden &&
      (isStaff || thread.author.id === me.id) && [
        isAnswer ? text.unaccept : text.accept,
        () => act({ deed: 'accept', id: thread.id, replyId: isAnswer ? null : reply.id }),
      ],
    isOwn && [text.edit, () => setAsked('edit')],
    isOwn && [text.delete, () => setAsked('delete')],
    !reply &&
      isStaff && [
        thread.pinned_at === null ? text.pin : text.unpin,
        () => moderate({ pinned: thread.pinned_at === null }),
      ],
    !reply &&
      isStaff && [
        thread.locked_at === null ? text.lock : text.unlock,
        () => moderate({ locked: thread.locked_at === null }),
      ],
    isStaff && [
      isHidden ? text.unhide : text.hide,
      () =>
        reply ? act({ deed: 'hide', id: reply.id, hidden: !isHidden }) : moderate({ hidden: !isHidden }),
    ],
    !isOwn && [text.report, () => setAsked('report')],
  ];
  return (
    <>
      <div ref={box} className="flex max-w-56 flex-col items-stretch rounded-lg border bg-raised p-1.5">
        {items.map(
          (item) =>
            item && (
              <Button
                key={item[0]}
                look="quiet"
                size="small"
                disabled={isPending}
                className="justify-start"
                onClick={item[1]}
              >
                {item[0]}
              </Button>
            ),
        )}
      </div>
      {asked === 'delete' && (
        <AskedDialog
          title={text.deleteAsk}
          about={text.deleteText}
          act={text.delete}
          cancel={text.cancel}
          look="danger"
          refusal={refusal}
          isPending={isPending}
          onAct={() => act({ deed: 'delete', kind, id: about.id })}
          onClose={close}
        />
      )}
      {asked === 'report' && (
        <ReportDialog
          text={{ ...text.reporting, send: text.report, cancel: text.cancel }}
          refusal={refusal}
          isPending={isPending}
          onReport={(reason) => act({ deed: 'report', kind, id: about.id, reason }, text.reporting.sent)}
          onClose={close}
        />
      )}
      {asked === 'edit' && <EditDialog thread={thread} {...(reply && { reply })} onClose={close} />}
    </>
  );
}
