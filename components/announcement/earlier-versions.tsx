'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

const fetchRevisions = () => import('./revision-list').then((module) => module.RevisionList);

/** Earlier texts of an announcement that was edited, loaded when somebody wants to see them. */
export function EarlierVersions({ announcement }: { announcement: AnnouncementView }) {
  const text = useText().reading.revisions;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const RevisionList = useFetchedPart(fetchRevisions, {
    isWanted: isOpen,
    onFailed: () => setIsOpen(false),
  });
  const earlier = announcement.revision - 1;
  if (earlier === 0) return null;
  return (
    <section aria-label={text.title} className="mt-8">
      <Button
        look="quiet"
        size="small"
        className="-ml-2.5"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen((last) => !last)}
      >
        {isOpen ? text.hide : text.show(earlier)}
      </Button>
      <div id={id}>
        {isOpen && !RevisionList && <ListSkeleton label={text.loading} rows={2} />}
        {isOpen && RevisionList && <RevisionList announcement={announcement} />}
      </div>
    </section>
  );
}
