import { useQuery } from '@tanstack/react-query';
import { ClipboardCheck } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { EmptyState, ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { exportPath, notTakenOptions } from '@/lib/client/attendance/list-reports';
import { useReportText } from '@/lib/client/attendance/report-text';
import { sayClass } from '@/lib/client/attendance/say-class';
import { useFormat } from '@/lib/client/text/text-context';
import type { NotTaken } from '@/lib/contracts/http/attendance-report';
import { ReportHead } from './report-head';

const wide = 'px-2 py-1.5 font-normal max-md:hidden';

/** Classes that are over and not taken, live: one goes from here as soon as everybody is marked. */
export function NotTakenReport() {
  const text = useReportText();
  const format = useFormat();
  const list = useQuery(notTakenOptions());
  if (list.isPending) return <ListSkeleton label={text.loading} />;
  if (!list.data)
    return <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />;
  const { from, to, items } = list.data;
  const day = (date: string) => format.date(Date.parse(`${date}T12:00:00Z`));
  return (
    <>
      <ReportHead href={exportPath.notTaken}>{text.notTakenText(`${day(from)} – ${day(to)}`)}</ReportHead>
      {items.length === 0 ? (
        <EmptyState icon={ClipboardCheck} title={text.notTakenNone.title}>
          {text.notTakenNone.text}
        </EmptyState>
      ) : (
        <table aria-label={text.kinds['not-taken']} className="w-full border-t text-left">
          <thead className="text-sm text-ink-3 max-md:sr-only">
            <tr className="border-b">
              <th scope="col" className="py-1.5 pr-2 font-normal">
                {text.columns.class}
              </th>
              <th scope="col" className={wide}>
                {text.columns.course}
              </th>
              <th scope="col" className={wide}>
                {text.columns.taughtBy}
              </th>
              <th scope="col" className="px-2 py-1.5 text-right font-normal">
                {text.columns.unmarked}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <Row key={each.session_id ?? `${each.entry_id} ${each.day}`} each={each} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ each }: { each: NotTaken }) {
  const text = useReportText();
  const format = useFormat();
  // One that nobody has opened is opened from the list of classes.
  const href = each.session_id === null ? '/attendance' : `/attendance/sessions/${each.session_id}`;
  return (
    <tr className="border-b align-baseline">
      <th scope="row" className="py-2.5 pr-2 font-normal tabular-nums md:py-1.5">
        <Link
          href={href}
          aria-label={`${text.take(each.course.code)}, ${sayClass(format, each)}`}
          className="inline-block py-1.5 text-accent hover:underline md:py-0"
        >
          {sayClass(format, each)}
        </Link>
        <span className="block text-sm text-ink-2 md:hidden">{each.course.code}</span>
      </th>
      <td className="px-2 wrap-anywhere max-md:hidden">
        {each.course.code} <span className="text-ink-2">{each.course.name}</span>
      </td>
      <td className="px-2 wrap-anywhere text-ink-2 max-md:hidden">
        <bdi>{each.faculty?.name}</bdi>
      </td>
      <td className="px-2 text-right whitespace-nowrap tabular-nums">
        {text.unmarked(format.number(each.unmarked), format.number(each.students))}
      </td>
    </tr>
  );
}
