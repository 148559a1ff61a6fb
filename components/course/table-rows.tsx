import { useCourseStaffText } from '@/lib/client/course/course-staff-text';
import { useText } from '@/lib/client/text/text-context';
import type { EnrolledCsv } from '@/lib/contracts/http/course';

type Row = EnrolledCsv['rows'][number];

/** What would become of each row of a file: first what is wrong. */
export function TableRows({ rows }: { rows: readonly Row[] }) {
  const { table: text } = useCourseStaffText();
  const isWrong = ({ outcome }: Row) => outcome === 'error';
  const ordered = [...rows.filter(isWrong), ...rows.filter((row) => !isWrong(row))];
  return (
    <ul aria-label={text.rows} className="border-t">
      {ordered.map((row) => (
        <li
          key={row.line}
          className="grid gap-x-4 border-b py-1.5 [content-visibility:auto] md:grid-cols-[5rem_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <span className="text-sm text-ink-3 tabular-nums md:py-0.5">{text.row(row.line)}</span>
          <span className="min-w-0 wrap-anywhere">
            <bdi>{row.key}</bdi>
            {row.name !== '' && (
              <>
                {' '}
                <bdi className="text-ink-2">{row.name}</bdi>
              </>
            )}
          </span>
          <Outcome row={row} />
        </li>
      ))}
    </ul>
  );
}

function Outcome({ row: { outcome, problem } }: { row: Row }) {
  const { table: text } = useCourseStaffText();
  const { ofCode } = useText().problem;
  if (outcome !== 'error')
    return (
      <span className={outcome === 'waitlisted' ? 'text-warn' : 'text-ink-2'}>{text.outcomes[outcome]}</span>
    );
  const [, word] = Object.entries(ofCode).find(([code]) => code === problem) ?? [];
  const isOfFile = problem === 'unknown' || problem === 'twice';
  return <span className="text-danger">{isOfFile ? text[problem] : (word ?? ofCode['service.failed'])}</span>;
}
