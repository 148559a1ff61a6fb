'use client';

import { PageHeader } from '@/components/layout/page-header';
import { useText } from '@/lib/client/text/text-context';
import { WriteAnnouncement } from './write-announcement';

/** The page for a new announcement. */
export function ComposeAnnouncement() {
  const text = useText().announcement;
  return (
    <>
      <PageHeader title={text.write} />
      <WriteAnnouncement />
    </>
  );
}
