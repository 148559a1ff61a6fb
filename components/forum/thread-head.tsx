import { AnnouncementBody } from '@/components/announcement/announcement-body';
import { Link } from '@/components/ui/link';
import { useForumDeed } from '@/lib/client/forum/change-thread';
import { useForumText } from '@/lib/client/forum/forum-text';
import type { ForumThread } from '@/lib/contracts/http/forum';
import { ContributionTools } from './contribution-tools';
import { FollowSelect } from './follow-select';
import { ThreadBadges } from './thread-row';
import { WrittenBy } from './written-by';

/** What was asked, in what state it is, what can be done with it, and the answer that was accepted. */
export function ThreadHead({ thread }: { thread: ForumThread }) {
  const text = useForumText();
  const { accepted, course, tags } = thread;
  const isGone = thread.deleted_at !== null;
  return (
    <>
      <header className="flex items-start justify-between gap-3">
        <h1 className="min-w-0 text-xl wrap-anywhere">
          <bdi>{isGone ? text.deletedThread : thread.title}</bdi>
        </h1>
        {!isGone && <ContributionTools thread={thread} />}
      </header>
      <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
        <ThreadBadges post={thread} />
        <WrittenBy contribution={thread} />
        {tags.map((tag) => (
          <Link
            key={tag}
            href={`/courses/${course.id}/discussion?tag=${encodeURIComponent(tag)}`}
            aria-label={text.taggedWith(tag)}
            className="py-1 text-sm text-accent hover:underline"
          >
            #{tag}
          </Link>
        ))}
      </div>
      {thread.hidden_at !== null && <p className="mt-3 text-danger">{text.hiddenFromReaders}</p>}
      <div className="mt-4 max-w-prose">
        {isGone ? <p className="text-ink-3">{text.deleted}</p> : <AnnouncementBody text={thread.content} />}
      </div>
      <Follow thread={thread} />
      {accepted && (
        <section
          aria-label={text.answer}
          className="mt-6 border-l-2 border-accent bg-accent-tint/40 py-3 pl-4"
        >
          <h2 className="text-sm font-strong text-accent">{text.answer}</h2>
          <div className="mt-2 max-w-prose">
            <AnnouncementBody text={accepted.content} />
          </div>
          <div className="mt-2 flex flex-wrap items-center gap-x-3">
            <WrittenBy contribution={accepted} />
            <a href={`#${accepted.id}`} className="py-1 text-sm text-accent hover:underline">
              {text.toAnswer}
            </a>
          </div>
        </section>
      )}
    </>
  );
}

function Follow({ thread }: { thread: ForumThread }) {
  const text = useForumText();
  const { mutate, isPending, variables } = useForumDeed();
  const level = isPending && variables.deed === 'follow' ? variables.level : thread.level;
  return (
    <div className="mt-4">
      <FollowSelect
        label={text.followThread}
        level={level}
        none={text.asCourse}
        onChange={(chosen) => mutate({ deed: 'follow', id: thread.id, level: chosen })}
      />
    </div>
  );
}
