'use client';

import { PageHeader } from '@/components/layout/page-header';
import { useText } from '@/lib/client/text/text-context';
import { WriteAnnouncement } from './write-announcement';

/** The page for a new announcement, begun for a course or for nobody. */
export function ComposeAnnouncement({ courseId }: { courseId?: string | undefined }) {
  const text = useText().announcement;
  return (
    <>
      <PageHeader title={text.write} />
      <WriteAnnouncement courseId={courseId} />
    </>
  );
}
