'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FetchedPage } from '@/components/layout/fetched-page';
import { BackLink } from '@/components/ui/back-link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { ListSkeleton } from '@/components/ui/list-states';
import { RelativeTime } from '@/components/ui/relative-time';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useCourseText } from '@/lib/client/course/course-text';
import { courseOptions } from '@/lib/client/course/get-course';
import { forumSummaryOptions } from '@/lib/client/forum/list-posts';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import type { CourseView } from '@/lib/contracts/http/course';
import { EnrollmentActions } from './enrollment-actions';
import { ManageCourse } from './manage-course';
import { OwnBadge, SeatCount } from './seat-count';

const fetchStaff = () => import('./course-staff').then((module) => module.CourseStaff);
const fetchSections = () => import('./course-sections').then((module) => module.CourseSections);

/** One course: what it is, who teaches it, how full it is, and the reader's own place in it. */
export function CoursePage({ id }: { id: string }) {
  const text = useCourseText();
  const query = useQuery(courseOptions(id));
  return (
    <>
      <BackLink href="/courses">{text.all}</BackLink>
      <FetchedPage
        query={query}
        loading={text.loadingOne}
        rows={2}
        notLoaded={text.oneNotLoaded}
        missing={text.missing}
      >
        {(course) => <Course course={course} />}
      </FetchedPage>
    </>
  );
}

function Course({ course }: { course: CourseView }) {
  const text = useCourseText();
  const { places } = useText().layout;
  const me = useMe();
  const Sections = useFetchedPart(fetchSections, { isWanted: true });
  const teaches = course.faculty.some(({ id }) => id === me.id);
  const isStaff = me.role === 'admin' || teaches;
  const isIn = isStaff || course.own?.status === 'enrolled';
  const Staff = useFetchedPart(fetchStaff, { isWanted: isStaff });
  return (
    <article className="max-w-3xl">
      <h1 className="text-xl wrap-anywhere">
        <span className="tabular-nums">{course.code}</span> <bdi>{course.name}</bdi>
      </h1>
      <p className="mt-1 text-ink-3">
        {text.section(course.section)} · {course.term.name} · {text.credits(course.credits)}
      </p>
      <div className="mt-3 mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <SeatCount course={course} />
        <OwnBadge course={course} />
        {course.status === 'inactive' && <Badge tone="warn">{text.inactive}</Badge>}
        {course.own?.offer_expires_at && (
          <span className="text-sm text-ink-2">
            {text.heldUntil} <RelativeTime at={course.own.offer_expires_at} />
          </span>
        )}
      </div>
      {me.role === 'student' && <EnrollmentActions course={course} />}
      <div className="flex flex-wrap gap-2">
        {isStaff && (
          <Button asChild>
            <Link href={`/${me.role}/announcements/new?course=${course.id}`}>{text.announce}</Link>
          </Button>
        )}
        {isIn && (
          <>
            <Button asChild>
              <Link href={`/attendance/courses/${course.id}`}>{places.attendance}</Link>
            </Button>
            <Button asChild>
              <Link href={`/courses/${course.id}/discussion`}>
                {text.discussion}
                <UnreadThreads courseId={course.id} />
              </Link>
            </Button>
          </>
        )}
      </div>
      {course.description !== '' && <p className="mt-4 max-w-prose wrap-anywhere">{course.description}</p>}
      {Sections ? <Sections course={course} /> : <ListSkeleton label={text.loadingOne} rows={4} />}
      {course.prerequisites.length > 0 && (
        <Section title={text.needs}>
          {course.prerequisites.map(({ id, code, name }) => (
            <li key={id} className="border-b py-2">
              <span className="tabular-nums">{code}</span> <bdi>{name}</bdi>
            </li>
          ))}
        </Section>
      )}
      <Section title={text.faculty}>
        {course.faculty.length === 0 && <li className="py-2 text-ink-3">{text.noFaculty}</li>}
        {course.faculty.map(({ id, name, role }) => (
          <li key={id} className="flex flex-wrap gap-x-3 border-b py-2">
            <bdi>{name}</bdi> <span className="text-sm text-ink-3">{text.roles[role]}</span>
          </li>
        ))}
      </Section>
      {me.role === 'admin' && <ManageCourse course={course} />}
      {isStaff && Staff && <Staff courseId={course.id} />}
    </article>
  );
}

/** How many threads of the discussion have something new. */
function UnreadThreads({ courseId }: { courseId: string }) {
  const text = useCourseText();
  const unread = useQuery(forumSummaryOptions(courseId)).data?.unread_threads ?? 0;
  return unread > 0 && <Badge tone="accent">{text.unreadThreads(unread)}</Badge>;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-6">
      <h2 className="border-b pb-2 text-md">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}
