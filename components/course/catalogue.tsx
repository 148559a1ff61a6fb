'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/controls';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { SearchField } from '@/components/ui/search-field';
import { useCourseText } from '@/lib/client/course/course-text';
import { courseListOptions } from '@/lib/client/course/list-courses';
import { termListOptions } from '@/lib/client/course/list-terms';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useMe } from '@/lib/client/session/me-context';
import { CourseRow } from './course-row';
import { NewCourse } from './new-course';

/** All courses with the seats that are free now, or the reader's own. What is looked for stands in the address. */
export function Catalogue() {
  const text = useCourseText();
  const me = useMe();
  const address = useAddressFilter();
  const isMine = address.get('show') === 'mine';
  const query = address.get('q');
  const list = useInfiniteQuery({
    ...courseListOptions({
      query: query || undefined,
      term_id: address.get('term') || undefined,
      department_id: address.get('department') || undefined,
      ...(isMine && (me.role === 'student' ? { mine: true } : { teaching: true })),
    }),
    placeholderData: keepPreviousData,
  });
  const courses = pageItems(list.data);
  const none = isMine ? text.noneMine : text.none;
  return (
    <>
      <PageHeader title={text.many}>{me.role === 'admin' && <AdminLinks />}</PageHeader>
      <StaleNote />
      <div className="mb-3 grid gap-2 md:grid-cols-[minmax(0,1fr)_repeat(3,11rem)]">
        <SearchField label={text.search} value={query} onSearch={(q) => address.set({ q })} />
        {me.role !== 'admin' && (
          <Select
            aria-label={text.which}
            value={isMine ? 'mine' : ''}
            onChange={(event) => address.set({ show: event.target.value })}
          >
            <option value="">{text.shown.catalogue}</option>
            <option value="mine">{text.shown.mine}</option>
          </Select>
        )}
        <TermFilter value={address.get('term')} onChange={(term) => address.set({ term })} />
        <DepartmentFilter
          value={address.get('department')}
          onChange={(department) => address.set({ department })}
        />
      </div>
      {list.isPending && <ListSkeleton label={text.loading} rows={6} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && courses.length === 0 && (
        <EmptyState icon={BookOpen} title={none.title}>
          {none.text}
        </EmptyState>
      )}
      {courses.length > 0 && (
        <ul aria-label={text.many} className="border-t">
          {courses.map((course) => (
            <CourseRow key={course.id} course={course} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </>
  );
}

/** What the catalogue is made of is written on pages of their own. */
function AdminLinks() {
  const text = useCourseText();
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild size="small">
        <Link href="/admin/subjects">{text.subjects}</Link>
      </Button>
      <Button asChild size="small">
        <Link href="/admin/terms">{text.terms}</Link>
      </Button>
      <NewCourse />
    </div>
  );
}

interface FilterProps {
  value: string;
  onChange: (id: string) => void;
}

function TermFilter({ value, onChange }: FilterProps) {
  const text = useCourseText();
  const terms = useQuery(termListOptions());
  return (
    <Select aria-label={text.term} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">
        {text.term}: {text.any}
      </option>
      {terms.data?.items.map((term) => (
        <option key={term.id} value={term.id}>
          {term.name}
        </option>
      ))}
    </Select>
  );
}

function DepartmentFilter({ value, onChange }: FilterProps) {
  const text = useCourseText();
  const departments = useQuery(departmentListOptions());
  return (
    <Select aria-label={text.department} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">
        {text.department}: {text.any}
      </option>
      {departments.data?.items.map((department) => (
        <option key={department.id} value={department.id}>
          {department.name}
        </option>
      ))}
    </Select>
  );
}
