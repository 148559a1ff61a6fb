import { Button } from '@/components/ui/button';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { importErrorsPath } from '@/lib/client/person/import-people';
import { useImportText } from '@/lib/client/person/import-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { ImportColumn, ImportPlan, ImportRow } from '@/lib/contracts/http/person-import';

interface ImportPlanProps {
  plan: ImportPlan;
  isWriting: boolean;
  error: Error | null;
  onConfirm: () => void;
  onLookAgain: () => void;
}

const kinds = ['error', 'change', 'create', 'unchanged'] as const;

/** What a file would do: how much of it, row by row, and the button that does it. */
export function ImportPlanView({ plan, isWriting, error, onConfirm, onLookAgain }: ImportPlanProps) {
  const text = useImportText();
  const { problem } = useText();
  const { create, change, error: errors } = plan.counts;
  const isOutdated = error instanceof ApiProblem && (error.status === 412 || error.status === 404);
  return (
    <>
      <section aria-label={text.title} className="grid justify-items-start gap-3 border-y py-4">
        <p role="status" className="flex flex-wrap gap-x-5">
          {kinds.map((kind) => (
            <span key={kind} className={kind === 'error' && errors > 0 ? 'text-danger' : 'text-ink-2'}>
              <b className="font-strong tabular-nums">{plan.counts[kind]}</b> {text.counts[kind]}
            </span>
          ))}
        </p>
        {errors > 0 && (
          <>
            <p className="max-w-prose">{text.fixFirst}</p>
            <Button asChild>
              <a href={importErrorsPath(plan.id)} download>
                {text.errorList}
              </a>
            </Button>
          </>
        )}
        {errors === 0 && create + change === 0 && <p>{text.nothingToDo}</p>}
        {errors === 0 && create + change > 0 && !isOutdated && (
          <Button look="primary" disabled={isWriting} onClick={onConfirm}>
            {isWriting ? text.importing : text.import(create, change)}
          </Button>
        )}
        {error && (
          <p role="alert" className="max-w-prose text-danger">
            {describeProblem(problem, error)}
          </p>
        )}
        {isOutdated && <Button onClick={onLookAgain}>{text.lookAgain}</Button>}
      </section>
      {kinds.map((kind) => (
        <Rows
          key={kind}
          kind={kind}
          rows={plan.rows.filter((row) => row.kind === kind)}
          count={plan.counts[kind]}
        />
      ))}
    </>
  );
}

function Rows({ kind, rows, count }: { kind: ImportRow['kind']; rows: readonly ImportRow[]; count: number }) {
  const text = useImportText();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={`import-${kind}`}>
      <h2 id={`import-${kind}`} className="border-b pb-2 text-md">
        {text.kinds[kind]}
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

function Row({ row }: { row: ImportRow }) {
  const text = useImportText();
  return (
    <li className="grid gap-x-4 border-b py-1.5 [content-visibility:auto] md:grid-cols-[5rem_minmax(0,18rem)_minmax(0,1fr)]">
      <span className="text-sm text-ink-3 tabular-nums md:py-0.5">{text.row(row.row)}</span>
      <bdi className="wrap-anywhere">{row.email}</bdi>
      <span className="min-w-0 wrap-anywhere">
        {row.changes.map(({ field, old_value, new_value }) => (
          <span key={field} className="block">
            {wordOf(text.columnNames, field)}: <bdi>{old_value || text.nothing}</bdi> →{' '}
            <bdi>{new_value || text.nothing}</bdi>
          </span>
        ))}
        {row.problems.map((problem) => (
          <Problem key={`${problem.field} ${problem.code}`} {...problem} />
        ))}
      </span>
    </li>
  );
}

function Problem({ field, code, value }: { field: ImportColumn; code: string; value: string }) {
  const text = useImportText();
  return (
    <span className="block text-danger">
      {text.columnNames[field]}
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
