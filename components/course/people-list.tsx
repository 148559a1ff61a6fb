import { useInfiniteQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { useCourseText } from '@/lib/client/course/course-text';
import { coursePeopleOptions } from '@/lib/client/course/list-people';
import { pageItems } from '@/lib/client/http/page-items';
import { useMe } from '@/lib/client/session/me-context';
import type { CoursePeople } from '@/lib/contracts/http/course';
import { PersonRow } from './person-row';

type Person = CoursePeople['items'][number];
const fetchGrade = () => import('./grade-row').then((module) => module.GradeRow);
const fetchTakeOut = () => import('./take-out-dialog').then((module) => module.TakeOutDialog);

/** Who is in a course and its line, live; for those who teach it and administrators, who grade here. */
export function PeopleList({ courseId }: { courseId: string }) {
  const text = useCourseText();
  const { people: words } = useCourseStaffText();
  const { role } = useMe();
  const list = useInfiniteQuery(coursePeopleOptions(courseId));
  const people = pageItems(list.data);
  const [isGrading, setIsGrading] = useState(false);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const Grade = useFetchedPart(fetchGrade, { isWanted: isGrading, onFailed: () => setIsGrading(false) });
  const TakeOut = useFetchedPart(fetchTakeOut, {
    isWanted: leaving !== null,
    onFailed: () => setLeaving(null),
  });
  return (
    <section aria-label={text.people} className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 className="text-md">{text.people}</h2>
        {people.some(mayBeGraded) && (
          <Button size="small" aria-pressed={isGrading} onClick={() => setIsGrading(!isGrading)}>
            {isGrading ? words.noGrades : words.grades}
          </Button>
        )}
      </div>
      {list.isPending && <ListSkeleton label={text.loadingPeople} />}
      {list.isError && !list.data && (
        <ErrorState title={text.peopleNotLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && people.length === 0 && (
        <EmptyState icon={Users} title={text.noPeople.title}>
          {text.noPeople.text}
        </EmptyState>
      )}
      <ul>
        {people.map((person) =>
          isGrading && Grade && mayBeGraded(person) ? (
            <Grade key={person.id} courseId={courseId} person={person} />
          ) : (
            <PersonRow
              key={person.id}
              person={person}
              {...(role === 'admin' && !isGrading && mayLeave(person)
                ? { onTakeOut: () => setLeaving(person) }
                : {})}
            />
          ),
        )}
      </ul>
      <LoadMore list={list} />
      {TakeOut && leaving && (
        <TakeOut courseId={courseId} person={leaving} onClose={() => setLeaving(null)} />
      )}
    </section>
  );
}

const mayBeGraded = ({ status }: Person) =>
  status === 'enrolled' || status === 'completed' || status === 'failed';
/** What is graded stays. */
const mayLeave = ({ status }: Person) =>
  status === 'enrolled' || status === 'offered' || status === 'waitlisted';
