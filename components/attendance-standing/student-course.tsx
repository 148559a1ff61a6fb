'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import { Suspense, useState } from 'react';
import { FetchedPage } from '@/components/layout/fetched-page';
import { BackLink } from '@/components/ui/back-link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/list-states';
import { useFetchedPart } from '@/components/ui/use-fetched-part';
import { useStandingText } from '@/lib/client/attendance/attendance-standing-text';
import { studentCourseOptions } from '@/lib/client/attendance/get-standing';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import type { ClassOfStudent } from '@/lib/contracts/http/attendance-standing';
import { StandingSummary } from './standing-summary';

const fetchRequest = () =>
  import('@/components/attendance/request-correction').then((module) => module.RequestCorrection);

interface StudentCourseProps {
  courseId: string;
  studentId: string;
  /** It is the reader's own. */
  isOwn: boolean;
}

/** One student in one course: where they stand, and each class with its mark. */
export function StudentCourse({ courseId, studentId, isOwn }: StudentCourseProps) {
  const text = useStandingText();
  const query = useQuery(studentCourseOptions(studentId, courseId));
  const [asked, setAsked] = useState<ClassOfStudent | null>(null);
  const Request = useFetchedPart(fetchRequest, {
    isWanted: asked !== null,
    onFailed: () => setAsked(null),
  });
  return (
    <>
      <BackLink href={isOwn ? '/attendance' : `/attendance/courses/${courseId}`}>
        {isOwn ? text.own : text.backToCourse}
      </BackLink>
      <FetchedPage
        query={query}
        loading={text.loading}
        rows={5}
        notLoaded={text.notLoaded}
        missing={text.missing}
        missingBy={['resource.not_found', 'request.invalid']}
      >
        {({ student, standing, goal, classes }) => (
          <article className="max-w-3xl">
            <h1 className="mb-3 text-xl wrap-anywhere">
              {!isOwn && (
                <>
                  <bdi>{student.name}</bdi>,{' '}
                </>
              )}
              <span className="tabular-nums">{standing.course.code}</span> <bdi>{standing.course.name}</bdi>
            </h1>
            <StandingSummary standing={standing} goal={goal} />
            <section aria-label={text.classes} className="mt-6">
              <h2 className="border-b pb-2 text-md">{text.classes}</h2>
              {classes.length === 0 && (
                <EmptyState icon={CalendarDays} title={text.noClasses.title}>
                  {text.noClasses.text}
                </EmptyState>
              )}
              <ul>
                {classes.map((each) => (
                  <ClassRow
                    key={each.session_id}
                    held={each}
                    {...(isOwn && { onAsk: () => setAsked(each) })}
                  />
                ))}
              </ul>
              <p className="mt-2 text-sm text-ink-3">{text.times}</p>
            </section>
            {Request && asked && (
              <Suspense>
                <Request
                  session={{ ...asked, id: asked.session_id, course: standing.course }}
                  status={asked.status}
                  onClose={() => setAsked(null)}
                />
              </Suspense>
            )}
          </article>
        )}
      </FetchedPage>
    </>
  );
}

const tones = { present: 'accent', late: 'warn', excused: 'neutral', absent: 'danger' } as const;

function ClassRow({ held, onAsk }: { held: ClassOfStudent; onAsk?: () => void }) {
  const text = useStandingText();
  const day = useDayTitle();
  const { status, custom_name, points } = held;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2.5">
      <span className="w-40 tabular-nums">
        {day(held.date)}, {held.start_time}
      </span>
      <span className="flex items-center gap-2">
        {status === null ? (
          <span className="text-ink-3">{text.unmarked}</span>
        ) : (
          <Badge tone={tones[status]}>{custom_name || text.status[status]}</Badge>
        )}
        {status !== null && points === null && <span className="text-sm text-ink-3">{text.notCounted}</span>}
      </span>
      {held.title !== '' && <bdi className="wrap-anywhere">{held.title}</bdi>}
      {held.remark !== '' && <bdi className="wrap-anywhere text-ink-2">{held.remark}</bdi>}
      {onAsk && status !== 'present' && (
        <Button
          size="small"
          look="quiet"
          className="ml-auto"
          aria-label={text.askFor(`${day(held.date)}, ${held.start_time}`)}
          onClick={onAsk}
        >
          {text.ask}
        </Button>
      )}
    </li>
  );
}
