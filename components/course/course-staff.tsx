import { Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ListSkeleton } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { useCourseText } from '@/lib/client/course/course-text';
import { useMe } from '@/lib/client/session/me-context';
import { PeopleList } from './people-list';

const fetchOne = () => import('./enroll-one').then((module) => module.EnrollOne);
const fetchTable = () => import('./enroll-table').then((module) => module.EnrollTable);

/** What the page of a course has for those who teach it and administrators: who is in it, and how to put them there. */
export function CourseStaff({ courseId }: { courseId: string }) {
  const { role } = useMe();
  return (
    <Suspense fallback={<ListSkeleton label={useCourseText().loadingPeople} />}>
      {role === 'admin' && <Enroll courseId={courseId} />}
      <PeopleList courseId={courseId} />
    </Suspense>
  );
}

function Enroll({ courseId }: { courseId: string }) {
  const { enroll: text } = useCourseStaffText();
  const [open, setOpen] = useState<'one' | 'table' | null>(null);
  const close = () => setOpen(null);
  const One = useFetchedPart(fetchOne, { isWanted: open === 'one', onFailed: close });
  const Table = useFetchedPart(fetchTable, { isWanted: open === 'table', onFailed: close });
  return (
    <section aria-label={text.title} className="mt-8">
      <h2 className="border-b pb-2 text-md">{text.title}</h2>
      <div className="mt-3 flex flex-wrap gap-2">
        {(['one', 'table'] as const).map((each) => (
          <Button
            key={each}
            aria-expanded={open === each}
            onClick={() => setOpen(open === each ? null : each)}
          >
            {text[each]}
          </Button>
        ))}
      </div>
      {open === 'one' && One && <One courseId={courseId} />}
      {open === 'table' && Table && <Table courseId={courseId} />}
    </section>
  );
}
