'use client';

import { PageHeader } from '@/components/layout/page-header';
import { useText } from '@/lib/client/text/text-context';
import { AnnouncementList } from './announcement-list';
import { ReaderRow } from './reader-row';

/** What has been announced to this reader. */
export function AnnouncementBoard() {
  const text = useText().announcement;
  return (
    <>
      <PageHeader title={text.many} />
      <AnnouncementList
        filter={{ scope: 'received' }}
        empty={text.noneForReader}
        row={(announcement) => <ReaderRow key={announcement.id} announcement={announcement} />}
      />
    </>
  );
}
