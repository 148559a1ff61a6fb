import type { ReactNode } from 'react';
import { PlanDecision, type PlanWriting } from './plan-decision';
import { type PlannedRow, PlannedRows, type PlannedRowsText } from './planned-rows';

const kinds = ['error', 'change', 'create', 'unchanged'] as const;
type Kind = (typeof kinds)[number];

interface FilePlanText extends PlannedRowsText {
  readonly title: string;
  readonly counts: Readonly<Record<Kind, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly fixFirst: string;
  readonly nothingToDo: string;
  readonly importing: string;
  readonly lookAgain: string;
}

interface FilePlanProps<Row> extends PlanWriting {
  /** What the ids of its parts begin with. */
  id: string;
  plan: { counts: Readonly<Record<Kind, number>>; rows: readonly Row[] };
  text: FilePlanText;
  /** What the button says, where there is something to write. */
  act: string;
  inWords: (row: Row) => PlannedRow;
  /** Beside the counts. */
  moreCounts?: ReactNode;
  /** Where rows have errors: the way to them. */
  errorList?: ReactNode;
}

/** What a file would do: how much of it, row by row, and the button that does it. */
export function FilePlan<Row extends { kind: Kind }>(props: FilePlanProps<Row>) {
  const { id, plan, text, act, inWords, moreCounts, errorList, ...writing } = props;
  const { create, change, error: errors } = plan.counts;
  const isToDo = errors === 0 && create + change > 0;
  return (
    <>
      <section aria-label={text.title} className="grid justify-items-start gap-3 border-y py-4">
        <p role="status" className="flex flex-wrap gap-x-5">
          {kinds.map((kind) => (
            <span key={kind} className={kind === 'error' && errors > 0 ? 'text-danger' : 'text-ink-2'}>
              <b className="font-strong tabular-nums">{plan.counts[kind]}</b> {text.counts[kind]}
            </span>
          ))}
          {moreCounts}
        </p>
        {errors > 0 && <p className="max-w-prose">{text.fixFirst}</p>}
        {errors > 0 && errorList}
        {errors === 0 && !isToDo && <p>{text.nothingToDo}</p>}
        <PlanDecision
          {...writing}
          act={isToDo ? (writing.isWriting ? text.importing : act) : null}
          lookAgain={text.lookAgain}
        />
      </section>
      {kinds.map((kind) => (
        <PlannedRows
          key={kind}
          id={`${id}-${kind}`}
          title={text.kinds[kind]}
          rows={plan.rows.filter((row) => row.kind === kind).map(inWords)}
          count={plan.counts[kind]}
          text={text}
        />
      ))}
    </>
  );
}
