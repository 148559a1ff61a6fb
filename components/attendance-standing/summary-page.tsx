'use client';

import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { PageHeader } from '@/components/layout/page-header';
import { StaleNote } from '@/components/realtime/stale-note';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { useStandingText } from '@/lib/client/attendance/attendance-standing-text';
import { summaryOptions } from '@/lib/client/attendance/get-numbers';
import { termListOptions } from '@/lib/client/course/list-terms';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useFormat } from '@/lib/client/text/text-context';
import type { AttendanceSummary, SummaryRow } from '@/lib/contracts/http/attendance-standing';
import { NumberTable } from './number-table';
import { ShareBars } from './share-bars';

/** How the courses of a term are attended, of one department or all. */
export function SummaryPage() {
  const text = useStandingText();
  const { get, set } = useAddressFilter();
  const terms = useQuery(termListOptions());
  const departments = useQuery(departmentListOptions());
  const [term, department] = [get('term'), get('department')];
  const { data, error, isPending, refetch } = useQuery(
    summaryOptions({
      ...(term !== '' && { term_id: term }),
      ...(department !== '' && { department_id: department }),
    }),
  );
  return (
    <>
      <PageHeader title={text.summary.title} />
      <div className="mb-4 grid gap-3 md:max-w-xl md:grid-cols-2">
        <Field label={text.summary.term}>
          {(field) => (
            <Select
              {...field}
              value={term || data?.term.id}
              onChange={({ target }) => set({ term: target.value })}
            >
              {terms.data?.items.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={text.summary.department}>
          {(field) => (
            <Select
              {...field}
              value={department}
              onChange={({ target }) => set({ department: target.value })}
            >
              <option value="">{text.summary.allDepartments}</option>
              {departments.data?.items.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <StaleNote />
      {isPending && <ListSkeleton label={text.loading} rows={8} />}
      {error && !data && <ErrorState title={text.notLoaded} error={error} onRetry={() => void refetch()} />}
      {data?.courses.length === 0 && (
        <EmptyState icon={ChartColumn} title={text.summary.none.title}>
          {text.summary.none.text}
        </EmptyState>
      )}
      {data && data.courses.length > 0 && <Shown summary={data} />}
    </>
  );
}

function Shown({ summary }: { summary: AttendanceSummary }) {
  const text = useStandingText();
  const { number } = useFormat();
  const percent = (share: number | null) => (share === null ? '–' : text.percent(number(share)));
  const departments = byDepartment(summary.courses, text.summary.noDepartment);
  const sums = [
    { label: text.columns.percentage, isNumber: true },
    { label: text.columns.students, isNumber: true },
    { label: text.columns.warning, isNumber: true },
    { label: text.columns.critical, isNumber: true },
  ];
  const cellsOf = (row: Pick<SummaryRow, 'percentage' | 'students' | 'below_warning' | 'below_critical'>) => [
    percent(row.percentage),
    number(row.students),
    number(row.below_warning),
    number(row.below_critical),
  ];
  return (
    <div className="grid max-w-4xl gap-6">
      <p className="text-ink-2">
        {summary.term.name} · {text.course.overall} {percent(summary.percentage)}
      </p>
      <section aria-labelledby="departments">
        <h2 id="departments" className="mb-3 border-b pb-2 text-md">
          {text.summary.ofDepartments}
        </h2>
        <ShareBars
          label={text.summary.chart}
          goal={summary.goal.warning_percentage}
          bars={departments.map(({ id, name, percentage }) => ({ id, label: name, share: percentage }))}
        />
        <NumberTable
          caption={text.summary.ofDepartments}
          columns={[{ label: text.columns.department }, ...sums]}
          rows={departments.map((each) => ({ id: each.id, cells: [each.name, ...cellsOf(each)] }))}
        />
      </section>
      <section aria-labelledby="courses">
        <h2 id="courses" className="mb-3 border-b pb-2 text-md">
          {text.columns.course}
        </h2>
        <NumberTable
          caption={text.columns.course}
          columns={[{ label: text.columns.course }, ...sums, { label: text.columns.classes, isNumber: true }]}
          rows={summary.courses.map((row) => ({
            id: row.course.id,
            cells: [
              <Link
                key="course"
                href={`/attendance/courses/${row.course.id}`}
                className="rounded-sm text-accent hover:underline"
              >
                {row.course.code} {row.course.section} <bdi>{row.course.name}</bdi>
              </Link>,
              ...cellsOf(row),
              number(row.classes),
            ],
          }))}
        />
      </section>
    </div>
  );
}

/** Of the courses that have a share, weighed by their students. */
function byDepartment(courses: readonly SummaryRow[], none: string) {
  const groups = new Map<string, { id: string; name: string; rows: SummaryRow[] }>();
  for (const row of courses) {
    const id = row.department?.id ?? '';
    const group = groups.get(id) ?? { id, name: row.department?.name ?? none, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  }
  const sum = (rows: readonly SummaryRow[], of: (row: SummaryRow) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  return [...groups.values()].map(({ id, name, rows }) => {
    const known = rows.filter(({ percentage }) => percentage !== null);
    const weight = sum(known, ({ students }) => students);
    const share = sum(known, ({ percentage, students }) => (percentage ?? 0) * students);
    return {
      id,
      name,
      percentage: weight === 0 ? null : Math.floor((share * 100) / weight) / 100,
      students: sum(rows, ({ students }) => students),
      below_warning: sum(rows, ({ below_warning }) => below_warning),
      below_critical: sum(rows, ({ below_critical }) => below_critical),
    };
  });
}
