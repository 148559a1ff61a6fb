import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { useForumText } from '@/lib/client/forum/forum-text';
import type { ForumPostView } from '@/lib/contracts/http/forum';

/** Whose it is, and when it was written. */
export function WrittenBy({
  contribution,
}: {
  contribution: Pick<ForumPostView, 'author' | 'created_at' | 'edited_at'>;
}) {
  const text = useForumText();
  const { author, created_at, edited_at } = contribution;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
      <bdi className="font-strong text-ink-2">{author.name}</bdi>
      {author.is_staff && <Badge>{text.staff}</Badge>}
      <RelativeTime at={created_at} />
      {edited_at !== null && <span>{text.edited}</span>}
    </span>
  );
}
