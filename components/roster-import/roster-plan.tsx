import { Button } from '@/components/ui/button';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useRosterText } from '@/lib/client/roster-import/roster-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type {
  RosterPart,
  RosterPlan,
  RosterProblem,
  RosterRow,
  RosterRowKind,
} from '@/lib/contracts/http/roster-import';

interface RosterPlanProps {
  plan: RosterPlan;
  isWriting: boolean;
  error: Error | null;
  onConfirm: () => void;
  onLookAgain: () => void;
}

const kinds = ['error', 'change', 'create', 'link', 'unchanged', 'skipped'] as const;
/** Rows to read one by one; of those that stay as they are the number is enough. */
const listed = ['error', 'change', 'create', 'link', 'skipped'] as const;

/** What the files would do: how much of it by file, row by row, and the button that does it. */
export function RosterPlanView({ plan, isWriting, error, onConfirm, onLookAgain }: RosterPlanProps) {
  const text = useRosterText();
  const { problem } = useText();
  const total = (kind: RosterRowKind) => plan.parts.reduce((sum, { counts }) => sum + counts[kind], 0);
  const errors = total('error');
  const writes = total('change') + total('create') + total('link');
  const isOutdated = error instanceof ApiProblem && (error.status === 412 || error.status === 404);
  return (
    <>
      <section aria-label={text.title} className="grid justify-items-start gap-3 border-y py-4">
        <Counts parts={plan.parts} />
        {errors > 0 && (
          <p role="status" className="max-w-prose text-danger">
            {text.fixFirst}
          </p>
        )}
        {errors === 0 && writes === 0 && <p role="status">{text.nothingToDo}</p>}
        {errors === 0 && writes > 0 && !isOutdated && (
          <Button look="primary" disabled={isWriting} onClick={onConfirm}>
            {isWriting ? text.importing : text.import(writes)}
          </Button>
        )}
        {error && (
          <p role="alert" className="max-w-prose text-danger">
            {describeProblem(problem, error)}
          </p>
        )}
        {isOutdated && <Button onClick={onLookAgain}>{text.lookAgain}</Button>}
      </section>
      {listed.map((kind) =>
        plan.parts.map(({ part, counts }) => (
          <Rows
            key={`${kind} ${part}`}
            part={part}
            kind={kind}
            rows={plan.rows.filter((row) => row.part === part && row.kind === kind)}
            count={counts[kind]}
          />
        )),
      )}
    </>
  );
}

function Counts({ parts }: { parts: RosterPlan['parts'] }) {
  const text = useRosterText();
  return (
    <ul className="grid gap-1.5">
      {parts.map(({ part, counts }) => (
        <li key={part} className="grid gap-x-4 md:grid-cols-[10rem_1fr]">
          <b className="font-strong">{text.parts[part]}</b>
          <span className="flex flex-wrap gap-x-5">
            {kinds
              .filter((kind) => counts[kind] > 0)
              .map((kind) => (
                <span key={kind} className={kind === 'error' ? 'text-danger' : 'text-ink-2'}>
                  <b className="font-strong tabular-nums">{counts[kind]}</b> {text.kinds[kind]}
                </span>
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface RowsProps {
  part: RosterPart;
  kind: RosterRowKind;
  rows: readonly RosterRow[];
  count: number;
}

function Rows({ part, kind, rows, count }: RowsProps) {
  const text = useRosterText();
  if (rows.length === 0) return null;
  const id = `roster-${kind}-${part}`;
  const fileName = `${part}.csv`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b pb-2 text-md">
        {text.parts[part]}: {text.kinds[kind]}{' '}
        <span className="text-sm font-normal text-ink-3">{fileName}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <Row key={row.row} row={row} />
        ))}
      </ul>
      {count > rows.length && <p className="py-2 text-ink-3">{text.more(count - rows.length)}</p>}
    </section>
  );
}

function Row({ row }: { row: RosterRow }) {
  const text = useRosterText();
  return (
    <li className="grid gap-x-4 border-b py-1.5 [content-visibility:auto] md:grid-cols-[5rem_minmax(0,18rem)_minmax(0,1fr)]">
      <span className="text-sm text-ink-3 tabular-nums md:py-0.5">{text.row(row.row)}</span>
      <bdi className="wrap-anywhere">{row.label || row.sourced_id}</bdi>
      <span className="min-w-0 wrap-anywhere">
        {row.changes.map(({ field, old_value, new_value }) => (
          <span key={field} className="block">
            {wordOf(text.fields, field)}: <bdi>{old_value || text.nothing}</bdi> →{' '}
            <bdi>{new_value || text.nothing}</bdi>
          </span>
        ))}
        {row.problems.map((problem) => (
          <Problem key={`${problem.column} ${problem.code}`} {...problem} />
        ))}
        {row.note && <span className="block text-ink-2">{text.notes[row.note]}</span>}
      </span>
    </li>
  );
}

function Problem({ column, code, value }: RosterProblem) {
  const text = useRosterText();
  return (
    <span className="block text-danger">
      {column}
      {value !== '' && (
        <>
          {' '}
          <q>
            <bdi>{value}</bdi>
          </q>
        </>
      )}{' '}
      {wordOf(text.problems, code, text.problems.other)}
    </span>
  );
}

const wordOf = (words: Readonly<Record<string, string>>, name: string, other = name) => words[name] ?? other;
