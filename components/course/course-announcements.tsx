import { useInfiniteQuery } from '@tanstack/react-query';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { AnnouncementText } from '@/components/announcement/announcement-text';
import { ReaderRow } from '@/components/announcement/reader-row';
import { LiveRow } from '@/components/realtime/live-row';
import { Button } from '@/components/ui/button';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { announcementListOptions } from '@/lib/client/announcement/list-announcements';
import { useCoursePageText } from '@/lib/client/course/course-page-text';
import { pageItems } from '@/lib/client/http/page-items';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { PageSection } from './page-section';

const fewRows = 5;

/** What was announced to a course, the latest first, live; the server knows who may read it. */
export function CourseAnnouncements({ courseId }: { courseId: string }) {
  const { announcements: text } = useCoursePageText();
  const { announcement: words } = useText();
  const { role } = useMe();
  const [isWhole, setIsWhole] = useState(false);
  const list = useInfiniteQuery(announcementListOptions({ scope: 'readable', course_id: courseId }));
  const rows = pageItems(list.data);
  const Row = role === 'student' ? ReaderRow : StaffRow;
  return (
    <PageSection title={text.title}>
      {list.isPending && <ListSkeleton label={words.loadingMany} rows={2} />}
      {list.isError && !list.data && (
        <ErrorState title={words.manyNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={Megaphone} title={text.none}>
          {text.noneText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul aria-label={text.title}>
          {(isWhole ? rows : rows.slice(0, fewRows)).map((announcement) => (
            <Row key={announcement.id} announcement={announcement} />
          ))}
        </ul>
      )}
      {!isWhole && rows.length > fewRows && (
        <Button className="mt-3" onClick={() => setIsWhole(true)}>
          {text.more}
        </Button>
      )}
      {isWhole && <LoadMore list={list} />}
    </PageSection>
  );
}

/** Who wrote it or administers is not asked to take note of it. */
function StaffRow({ announcement }: { announcement: AnnouncementView }) {
  return (
    <LiveRow id={announcement.id} className="relative flex px-1 py-2.5 hover:bg-sunken/60">
      <AnnouncementText announcement={announcement} />
    </LiveRow>
  );
}
