'use client';

import { PageHeader } from '@/components/layout/page-header';
import { AnnouncementList } from './announcement-list';
import { ReaderRow } from './reader-row';

/** What has been announced to this reader. */
export function AnnouncementBoard() {
  return (
    <>
      <PageHeader title="Announcements" />
      <AnnouncementList
        listFor="reader"
        empty="What is announced to you appears here the moment it is published."
        row={(announcement) => <ReaderRow key={announcement.id} announcement={announcement} />}
      />
    </>
  );
}
