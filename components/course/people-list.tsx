import { useInfiniteQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { useCourseText } from '@/lib/client/course/course-text';
import { coursePeopleOptions } from '@/lib/client/course/list-people';
import { pageItems } from '@/lib/client/http/page-items';
import type { CoursePeople } from '@/lib/contracts/http/course';

/** Who is in a course and its line, live; for those who teach it and administrators. */
export function PeopleList({ courseId }: { courseId: string }) {
  const text = useCourseText();
  const list = useInfiniteQuery(coursePeopleOptions(courseId));
  const people = pageItems(list.data);
  return (
    <section aria-label={text.people} className="mt-6">
      <h2 className="border-b pb-2 text-md">{text.people}</h2>
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
        {people.map((person) => (
          <li key={person.id} className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 border-b py-1.5">
            <bdi className="min-w-0 grow wrap-anywhere">{person.name}</bdi>
            <span className="text-sm text-ink-3 tabular-nums">{person.register_no}</span>
            <Standing person={person} />
          </li>
        ))}
      </ul>
      <LoadMore list={list} />
    </section>
  );
}

function Standing({ person }: { person: CoursePeople['items'][number] }) {
  const { own } = useCourseText();
  const { status, grade } = person;
  if (status === 'waitlisted') return <Badge tone="warn">{own.waitlisted(person.position ?? 0)}</Badge>;
  if (status === 'completed' || status === 'failed') return <Badge>{own[status](grade)}</Badge>;
  return <Badge tone="accent">{own[status]}</Badge>;
}
