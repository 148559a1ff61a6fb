import { clsx } from 'clsx';
import { LiveRow } from '@/components/realtime/live-row';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { useForumText } from '@/lib/client/forum/forum-text';
import { withoutMarks } from '@/lib/client/markdown/without-marks';
import type { ForumPostView } from '@/lib/contracts/http/forum';

/** A thread in the list: what is unread stands out, and is said in words. */
export function ThreadRow({ post }: { post: ForumPostView }) {
  const text = useForumText();
  const { is_new, unread_count } = post;
  const isUnread = is_new || unread_count > 0;
  return (
    <LiveRow
      id={post.id}
      className={clsx('relative px-1 py-3 hover:bg-sunken/60', post.level === 'muted' && 'opacity-70')}
    >
      <div className="flex items-baseline justify-between gap-3">
        <p className={clsx('min-w-0 wrap-anywhere', isUnread ? 'font-strong' : 'text-ink-2')}>
          <Link
            href={`/courses/${post.course_id}/discussion/${post.id}`}
            data-row=""
            className="after:absolute after:inset-0"
          >
            <bdi>{post.deleted_at === null ? post.title : text.deletedThread}</bdi>
          </Link>
        </p>
        <RelativeTime at={post.active_at} className="shrink-0 text-sm text-ink-3" />
      </div>
      <p className="line-clamp-1 max-w-prose wrap-anywhere text-ink-2" dir="auto">
        {withoutMarks(post.content)}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
        {isUnread && <Badge tone="accent">{unread_count > 0 ? text.unread(unread_count) : text.isNew}</Badge>}
        <ThreadBadges post={post} />
        <bdi className="wrap-anywhere">{post.author.name}</bdi>
        <span>{post.reply_count === 0 ? text.noReplies : text.replies(post.reply_count)}</span>
        {post.tags.map((tag) => (
          <bdi key={tag} className="text-ink-2">
            #{tag}
          </bdi>
        ))}
      </div>
    </LiveRow>
  );
}

/** What state a thread is in. */
export function ThreadBadges({ post }: { post: ForumPostView }) {
  const text = useForumText();
  return (
    <>
      {post.pinned_at !== null && <Badge>{text.pinned}</Badge>}
      {post.accepted_id !== null && <Badge tone="accent">{text.answered}</Badge>}
      {post.locked_at !== null && <Badge>{text.locked}</Badge>}
      {post.hidden_at !== null && <Badge tone="danger">{text.hidden}</Badge>}
    </>
  );
}
