'use client';

import { SquarePen } from 'lucide-react';
import Link from 'next/link';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useText } from '@/lib/client/text/text-context';
import { AnnouncementList } from './announcement-list';
import { AuthorRow } from './author-row';

/** Drafts and published announcements of all authors. */
export function AuthorBoard() {
  const text = useText().announcement;
  return (
    <>
      <PageHeader title={text.many}>
        <Button asChild look="primary">
          <Link href="/admin/announcements/new">
            <Icon of={SquarePen} /> {text.write}
          </Link>
        </Button>
      </PageHeader>
      <AnnouncementList
        filter={{ scope: 'authored' }}
        empty={text.noneForAuthor}
        row={(announcement) => <AuthorRow key={announcement.id} announcement={announcement} />}
      />
    </>
  );
}
