import { useDeferredValue, useState } from 'react';
import { AnnouncementBody } from '@/components/announcement/announcement-body';
import { Button } from '@/components/ui/button';
import { useForumText } from '@/lib/client/forum/forum-text';

/** What is typed, as the others will see it; for as long as its writer wants to. */
export function WrittenPreview({ content }: { content: string }) {
  const text = useForumText();
  const [isWanted, setIsWanted] = useState(false);
  const shown = useDeferredValue(content);
  const isShown = isWanted && content.trim() !== '';
  return (
    <div className="grid gap-2">
      <div>
        <Button
          size="small"
          look="quiet"
          aria-expanded={isShown}
          disabled={content.trim() === ''}
          onClick={() => setIsWanted(!isShown)}
        >
          {text.preview}
        </Button>
      </div>
      {isShown && (
        <section aria-label={text.preview} className="grid min-w-0 max-w-prose gap-4 border-l-2 pl-4">
          <AnnouncementBody text={shown} />
        </section>
      )}
    </div>
  );
}
