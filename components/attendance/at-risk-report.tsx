import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { UserCheck } from 'lucide-react';
import { Select } from '@/components/ui/controls';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { LoadMore } from '@/components/ui/load-more';
import { atRiskOptions, exportPath } from '@/lib/client/attendance/list-reports';
import { useReportText } from '@/lib/client/attendance/report-text';
import { termListOptions } from '@/lib/client/course/list-terms';
import { pageItems } from '@/lib/client/http/page-items';
import { useAddressFilter } from '@/lib/client/http/use-address-filter';
import { useFormat } from '@/lib/client/text/text-context';
import type { AtRisk, AtRiskRule } from '@/lib/contracts/http/attendance-report';
import { ReportHead } from './report-head';

const right = 'px-2 py-1.5 text-right font-normal';

/** Who is below the line, or misses one class after the other; the worst first, and live. */
export function AtRiskReport({ rule }: { rule: AtRiskRule }) {
  const text = useReportText();
  const format = useFormat();
  const address = useAddressFilter();
  const filter = { rule, term_id: address.get('term') };
  const terms = useQuery(termListOptions());
  const list = useInfiniteQuery({ ...atRiskOptions(filter), placeholderData: keepPreviousData });
  const items = pageItems(list.data);
  const limit = list.data?.pages[0]?.limit_value ?? 0;
  const none = text.atRiskNone[rule];
  return (
    <>
      <div className="max-w-72 pb-3">
        <Select
          aria-label={text.term}
          value={filter.term_id}
          onChange={(event) => address.set({ term: event.target.value })}
        >
          <option value="">{text.allTerms}</option>
          {terms.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      {list.isPending && <ListSkeleton label={text.loading} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && (
        <ReportHead href={exportPath.atRisk(filter)}>
          {text.atRiskText[rule](rule === 'percentage' ? format.percent(limit / 100) : format.number(limit))}
        </ReportHead>
      )}
      {list.data && items.length === 0 && (
        <EmptyState icon={UserCheck} title={none.title}>
          {none.text}
        </EmptyState>
      )}
      {items.length > 0 && (
        <table aria-label={text.kinds[rule]} className="w-full border-t text-left">
          <thead className="text-sm text-ink-3">
            <tr className="border-b">
              <th scope="col" className="py-1.5 pr-2 font-normal">
                {text.columns.student}
              </th>
              <th scope="col" className="px-2 py-1.5 font-normal max-md:hidden">
                {text.columns.course}
              </th>
              <th scope="col" className={`${right} max-md:hidden`}>
                {text.columns.absent}
              </th>
              <th scope="col" className={rule === 'consecutive' ? right : `${right} max-md:hidden`}>
                {text.columns.inRow}
              </th>
              <th scope="col" className={rule === 'percentage' ? right : `${right} max-md:hidden`}>
                {text.columns.percentage}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <Row key={each.id} each={each} rule={rule} />
            ))}
          </tbody>
        </table>
      )}
      <LoadMore list={list} />
    </>
  );
}

function Row({ each, rule }: { each: AtRisk; rule: AtRiskRule }) {
  const format = useFormat();
  const number = 'px-2 text-right tabular-nums';
  return (
    <tr className="border-b align-baseline">
      <th scope="row" className="py-2 pr-2 font-normal md:py-1.5">
        <bdi className="wrap-anywhere">{each.student.name}</bdi>
        <span className="ml-2 text-sm text-ink-3 tabular-nums max-md:hidden">{each.student.register_no}</span>
        <span className="block text-sm text-ink-2 md:hidden">{each.course.code}</span>
      </th>
      <td className="px-2 wrap-anywhere max-md:hidden">
        {each.course.code} <span className="text-ink-2">{each.course.name}</span>
      </td>
      <td className={`${number} max-md:hidden`}>{format.number(each.absent)}</td>
      <td className={rule === 'consecutive' ? number : `${number} max-md:hidden`}>
        {format.number(each.absent_in_row)}
      </td>
      <td className={rule === 'percentage' ? number : `${number} max-md:hidden`}>
        {each.percentage === null ? '–' : format.percent(each.percentage / 100)}
      </td>
    </tr>
  );
}
