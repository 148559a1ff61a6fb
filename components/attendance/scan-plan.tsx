import { PlanDecision } from '@/components/ui/plan-decision';
import { PlannedRows } from '@/components/ui/planned-rows';
import { sayClass } from '@/lib/client/attendance/say-class';
import { type ScanText, useScanText } from '@/lib/client/attendance/scan-text';
import type { Format } from '@/lib/client/text/create-format';
import { useFormat } from '@/lib/client/text/text-context';
import { wordOf } from '@/lib/client/text/word-of';
import type { ScanPlan, ScanRow } from '@/lib/contracts/http/attendance-import';

interface ScanPlanProps {
  plan: ScanPlan;
  isWriting: boolean;
  error: Error | null;
  onConfirm: () => void;
  onLookAgain: () => void;
}

const kinds = ['error', 'change', 'create', 'unchanged'] as const;

/** Which marks a file would make: how many, row by row, and the button that makes them. */
export function ScanPlanView({ plan, isWriting, error, onConfirm, onLookAgain }: ScanPlanProps) {
  const text = useScanText();
  const format = useFormat();
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
          {plan.classes > 0 && <span className="text-ink-2">{text.classes(plan.classes)}</span>}
        </p>
        {errors > 0 && <p className="max-w-prose">{text.fixFirst}</p>}
        {errors === 0 && !isToDo && <p>{text.nothingToDo}</p>}
        <PlanDecision
          act={isToDo ? (isWriting ? text.importing : text.import(create + change)) : null}
          isWriting={isWriting}
          error={error}
          lookAgain={text.lookAgain}
          onConfirm={onConfirm}
          onLookAgain={onLookAgain}
        />
      </section>
      {kinds.map((kind) => (
        <PlannedRows
          key={kind}
          id={`scans-${kind}`}
          title={text.kinds[kind]}
          rows={plan.rows.filter((row) => row.kind === kind).map((row) => inWords(row, { text, format }))}
          count={plan.counts[kind]}
          text={text}
        />
      ))}
    </>
  );
}

const inWords = (
  { row, student, name, kind, held, before, after, problems }: ScanRow,
  { text, format }: { text: ScanText; format: Format },
) => ({
  row,
  label: name || student,
  changes:
    kind === 'error'
      ? []
      : [{ name: text.mark, from: before && text.statuses[before], to: after && text.statuses[after] }],
  problems: problems.map(({ field, code, value }) => ({
    name: text.columnNames[field],
    value,
    what: wordOf(text.problems, code, text.problems.other),
  })),
  note: held ? sayClass(format, held) : undefined,
});
