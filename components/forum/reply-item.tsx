import { clsx } from 'clsx';
import { AnnouncementBody } from '@/components/announcement/announcement-body';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useForumText } from '@/lib/client/forum/forum-text';
import { useIsFresh } from '@/lib/client/realtime/realtime-provider';
import type { ForumReplyView, ForumThread } from '@/lib/contracts/http/forum';
import { ContributionTools } from './contribution-tools';
import { WrittenBy } from './written-by';

interface ReplyItemProps {
  thread: ForumThread;
  reply: ForumReplyView;
  /** What it answers, when that is a reply. */
  answered: ForumReplyView | undefined;
  isFirstNew: boolean;
  onReply: (() => void) | undefined;
}

/** One reply, or the place of one that is gone. */
export function ReplyItem({ thread, reply, answered, isFirstNew, onReply }: ReplyItemProps) {
  const text = useForumText();
  const isFresh = useIsFresh(reply.id);
  const isGone = reply.deleted_at !== null || (reply.hidden_at !== null && reply.content === '');
  return (
    <>
      {isFirstNew && (
        <p className="flex items-center gap-3 pt-3 text-sm text-accent before:h-px before:grow before:bg-accent after:h-px after:grow after:bg-accent">
          {text.newSince}
        </p>
      )}
      <article
        id={reply.id}
        data-reply=""
        aria-label={reply.author.name}
        className={clsx('scroll-mt-20 border-b py-3', isFresh && 'washed')}
      >
        <div className="flex items-start justify-between gap-3">
          <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 pt-1.5">
            <a href={`#${reply.id}`} data-row="" className="rounded-sm text-sm text-ink-3 tabular-nums">
              #{reply.seq}
            </a>
            <WrittenBy contribution={reply} />
            {thread.accepted_id === reply.id && <Badge tone="accent">{text.answer}</Badge>}
            {reply.hidden_at !== null && <Badge tone="danger">{text.hidden}</Badge>}
          </div>
          {!isGone && <ContributionTools thread={thread} reply={reply} />}
        </div>
        {answered && answered.parent_id !== null && (
          <p className="text-sm text-ink-3">{text.answering(answered.author.name)}</p>
        )}
        <div className="mt-1 max-w-prose">
          {isGone ? (
            <p className="text-ink-3">{reply.deleted_at === null ? text.hiddenPlace : text.deleted}</p>
          ) : (
            <AnnouncementBody text={reply.content} />
          )}
        </div>
        {onReply && !isGone && (
          <Button
            look="quiet"
            size="small"
            className="mt-1 -ml-2.5"
            aria-label={text.replyTo(reply.author.name)}
            onClick={onReply}
          >
            {text.reply}
          </Button>
        )}
      </article>
    </>
  );
}
