'use client';

import { PageHeader } from '@/components/layout/page-header';
import { useText } from '@/lib/client/text/text-context';
import { AnnouncementList } from './announcement-list';
import { AuthorRow } from './author-row';
import { WriteLink } from './write-link';

/** Drafts and published announcements of all authors. */
export function AuthorBoard() {
  const text = useText().announcement;
  return (
    <>
      <PageHeader title={text.many}>
        <WriteLink />
      </PageHeader>
      <AnnouncementList
        filter={{ scope: 'authored' }}
        empty={text.noneForAuthor}
        row={(announcement) => <AuthorRow key={announcement.id} announcement={announcement} />}
      />
    </>
  );
}
