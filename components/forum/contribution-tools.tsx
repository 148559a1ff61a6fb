import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useForumText } from '@/lib/client/forum/forum-text';
import type { ForumReplyView, ForumThread } from '@/lib/contracts/http/forum';

const fetchMenu = () => import('./contribution-menu').then((module) => module.ContributionMenu);

/** What can be done with a thread, or a reply in it, is fetched when it is asked for. */
export function ContributionTools({ thread, reply }: { thread: ForumThread; reply?: ForumReplyView }) {
  const text = useForumText();
  const [isOpen, setIsOpen] = useState(false);
  const Actions = useFetchedPart(fetchMenu, { isWanted: isOpen, onFailed: () => setIsOpen(false) });
  return (
    <div className="grid shrink-0 justify-items-end">
      <Button
        look="quiet"
        size="icon"
        aria-label={reply ? text.more(reply.author.name) : text.moreOfThread}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon of={Ellipsis} />
      </Button>
      {isOpen && Actions && (
        <Actions thread={thread} {...(reply && { reply })} onClose={() => setIsOpen(false)} />
      )}
    </div>
  );
}
