import { FilePlan } from '@/components/ui/file-plan';
import type { PlanWriting } from '@/components/ui/plan-decision';
import { sayClass } from '@/lib/client/attendance/say-class';
import { type ScanText, useScanText } from '@/lib/client/attendance/scan-text';
import type { Format } from '@/lib/client/text/create-format';
import { useFormat } from '@/lib/client/text/text-context';
import { wordOf } from '@/lib/client/text/word-of';
import type { ScanPlan, ScanRow } from '@/lib/contracts/http/attendance-import';

/** Which marks a file would make. */
export function ScanPlanView({ plan, ...writing }: PlanWriting & { plan: ScanPlan }) {
  const text = useScanText();
  const format = useFormat();
  const { create, change } = plan.counts;
  return (
    <FilePlan
      {...writing}
      id="scans"
      plan={plan}
      text={text}
      act={text.import(create + change)}
      inWords={(row) => inWords(row, { text, format })}
      moreCounts={plan.classes > 0 && <span className="text-ink-2">{text.classes(plan.classes)}</span>}
    />
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
