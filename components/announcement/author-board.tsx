'use client';

import { SquarePen } from 'lucide-react';
import Link from 'next/link';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { AnnouncementList } from './announcement-list';
import { AuthorRow } from './author-row';

/** Drafts and published announcements of all authors. */
export function AuthorBoard() {
  return (
    <>
      <PageHeader title="Announcements">
        <Button asChild look="primary">
          <Link href="/admin/announcements/new">
            <Icon of={SquarePen} /> Write an announcement
          </Link>
        </Button>
      </PageHeader>
      <AnnouncementList
        listFor="author"
        empty="Write the first one: it appears on the right screens the moment you publish it."
        row={(announcement) => <AuthorRow key={announcement.id} announcement={announcement} />}
      />
    </>
  );
}
