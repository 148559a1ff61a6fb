import { Button } from '@/components/ui/button';
import { PlanDecision } from '@/components/ui/plan-decision';
import { PlannedRows } from '@/components/ui/planned-rows';
import { importErrorsPath } from '@/lib/client/person/import-people';
import { type ImportText, useImportText } from '@/lib/client/person/import-text';
import { wordOf } from '@/lib/client/text/word-of';
import type { ImportPlan, ImportRow } from '@/lib/contracts/http/person-import';

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
  const { create, change, error: errors } = plan.counts;
  const act = isWriting ? text.importing : text.import(create, change);
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
        <PlanDecision
          act={errors === 0 && create + change > 0 ? act : null}
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
          id={`import-${kind}`}
          title={text.kinds[kind]}
          rows={plan.rows.filter((row) => row.kind === kind).map((row) => inWords(row, text))}
          count={plan.counts[kind]}
          text={text}
        />
      ))}
    </>
  );
}

const inWords = ({ row, email, changes, problems }: ImportRow, text: ImportText) => ({
  row,
  label: email,
  changes: changes.map(({ field, old_value, new_value }) => ({
    name: wordOf(text.columnNames, field),
    from: old_value,
    to: new_value,
  })),
  problems: problems.map(({ field, code, value }) => ({
    name: text.columnNames[field],
    value,
    what: wordOf(text.problems, code, text.problems.other),
  })),
});
