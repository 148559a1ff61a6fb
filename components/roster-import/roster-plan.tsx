import { PlanDecision, type PlanWriting } from '@/components/ui/plan-decision';
import { PlannedRows } from '@/components/ui/planned-rows';
import { type RosterText, useRosterText } from '@/lib/client/roster-import/roster-text';
import { wordOf } from '@/lib/client/text/word-of';
import type { RosterPlan, RosterRow, RosterRowKind } from '@/lib/contracts/http/roster-import';

const kinds = ['error', 'change', 'create', 'link', 'unchanged', 'skipped'] as const;
/** Rows to read one by one; of those that stay as they are the number is enough. */
const listed = ['error', 'change', 'create', 'link', 'skipped'] as const;

/** What the files would do: how much of it by file, row by row, and the button that does it. */
export function RosterPlanView({ plan, ...writing }: PlanWriting & { plan: RosterPlan }) {
  const text = useRosterText();
  const total = (kind: RosterRowKind) => plan.parts.reduce((sum, { counts }) => sum + counts[kind], 0);
  const errors = total('error');
  const writes = total('change') + total('create') + total('link');
  const act = writing.isWriting ? text.importing : text.import(writes);
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
        <PlanDecision {...writing} act={errors === 0 && writes > 0 ? act : null} lookAgain={text.lookAgain} />
      </section>
      {listed.map((kind) =>
        plan.parts.map(({ part, counts }) => (
          <PlannedRows
            key={`${kind} ${part}`}
            id={`roster-${kind}-${part}`}
            title={`${text.parts[part]}: ${text.kinds[kind]}`}
            fileName={`${part}.csv`}
            rows={plan.rows
              .filter((row) => row.part === part && row.kind === kind)
              .map((row) => inWords(row, text))}
            count={counts[kind]}
            text={text}
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

const inWords = (row: RosterRow, text: RosterText) => ({
  row: row.row,
  label: row.label || row.sourced_id,
  changes: row.changes.map(({ field, old_value, new_value }) => ({
    name: wordOf(text.fields, field),
    from: old_value,
    to: new_value,
  })),
  problems: row.problems.map(({ column, code, value }) => ({
    name: column,
    value,
    what: wordOf(text.problems, code, text.problems.other),
  })),
  note: row.note ? text.notes[row.note] : undefined,
});
