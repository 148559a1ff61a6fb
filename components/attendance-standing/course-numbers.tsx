'use client';

import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { FetchedPage } from '@/components/layout/fetched-page';
import { BackLink } from '@/components/ui/back-link';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/list-states';
import { useStandingText } from '@/lib/client/attendance/attendance-standing-text';
import { courseNumbersOptions } from '@/lib/client/attendance/get-numbers';
import { useFormat } from '@/lib/client/text/text-context';
import { useDayTitle } from '@/lib/client/text/use-day-title';
import type { CourseNumbers as Numbers } from '@/lib/contracts/http/attendance-standing';
import { NumberTable } from './number-table';
import { ShareBars } from './share-bars';

/** How the students of a course stand, and how each class was attended. */
export function CourseNumbers({ courseId }: { courseId: string }) {
  const text = useStandingText();
  const query = useQuery(courseNumbersOptions(courseId));
  return (
    <>
      <BackLink href={`/courses/${courseId}`}>{text.course.toCourse}</BackLink>
      <FetchedPage
        query={query}
        loading={text.loading}
        rows={8}
        notLoaded={text.notLoaded}
        missing={text.missing}
        missingBy={['resource.not_found', 'auth.forbidden']}
      >
        {(numbers) => <Shown numbers={numbers} />}
      </FetchedPage>
    </>
  );
}

function Shown({ numbers }: { numbers: Numbers }) {
  const text = useStandingText();
  const { number } = useFormat();
  const day = useDayTitle();
  const percent = (share: number | null) => (share === null ? '–' : text.percent(number(share)));
  const { course, goal, students, classes } = numbers;
  const below = students.filter(({ level }) => level !== 'fine').length;
  return (
    <article className="max-w-4xl">
      <h1 className="text-xl wrap-anywhere">{text.course.title(course.code)}</h1>
      <p className="mt-1 text-ink-2">
        <bdi>{course.name}</bdi> · {text.course.overall} {percent(numbers.percentage)} · {text.course.below}{' '}
        {number(below)}
      </p>
      {classes.length === 0 && (
        <EmptyState icon={ChartColumn} title={text.course.noMarks.title}>
          {text.course.noMarks.text}
        </EmptyState>
      )}
      <section aria-labelledby="students" className="mt-6">
        <h2 id="students" className="border-b pb-2 text-md">
          {text.course.students}
        </h2>
        <NumberTable
          caption={text.course.students}
          columns={[
            { label: text.columns.student },
            { label: text.columns.percentage, isNumber: true },
            { label: text.columns.best, isNumber: true },
            { label: text.canMissShort, isNumber: true },
            { label: text.columns.absent, isNumber: true },
            { label: text.columns.row, isNumber: true },
            { label: text.columns.alert },
          ]}
          rows={students.map(({ student, level, alert, ...each }) => ({
            id: student.id,
            cells: [
              <Link
                key="name"
                href={`/attendance/courses/${course.id}?student=${student.id}`}
                className="rounded-sm text-accent hover:underline"
              >
                <bdi>{student.name}</bdi>
              </Link>,
              <span key="share" className={level === 'fine' ? undefined : 'text-danger'}>
                {percent(each.percentage)}
                {level !== 'fine' && <span className="sr-only">, {text.levels[level]}</span>}
              </span>,
              percent(each.best_percentage),
              number(Math.max(each.can_miss, 0)),
              number(each.absent),
              number(each.absent_in_row),
              alert && (
                <Badge key="alert" tone={alert === 'critical' ? 'danger' : 'warn'}>
                  {text.alertLevels[alert]}
                </Badge>
              ),
            ],
          }))}
        />
      </section>
      {classes.length > 0 && (
        <section aria-labelledby="classes" className="mt-6">
          <h2 id="classes" className="mb-3 border-b pb-2 text-md">
            {text.course.each}
          </h2>
          <ShareBars
            label={text.course.chart}
            goal={goal.warning_percentage}
            bars={classes.map(({ session_id, date, start_time, percentage }) => ({
              id: session_id,
              label: `${day(date)}, ${start_time}`,
              share: percentage,
            }))}
          />
          <NumberTable
            caption={text.course.each}
            columns={[
              { label: text.columns.day },
              { label: text.columns.percentage, isNumber: true },
              { label: text.status.present, isNumber: true },
              { label: text.status.late, isNumber: true },
              { label: text.status.excused, isNumber: true },
              { label: text.status.absent, isNumber: true },
            ]}
            rows={classes.toReversed().map((each) => ({
              id: each.session_id,
              cells: [
                <Link
                  key="day"
                  href={`/attendance/sessions/${each.session_id}`}
                  className="rounded-sm text-accent hover:underline"
                >
                  {day(each.date)}, {each.start_time} {each.title}
                </Link>,
                percent(each.percentage),
                number(each.present),
                number(each.late),
                number(each.excused),
                number(each.absent),
              ],
            }))}
          />
          <p className="mt-2 text-sm text-ink-3">{text.times}</p>
        </section>
      )}
    </article>
  );
}
