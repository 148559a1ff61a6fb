import { Button } from '@/components/ui/button';
import { FilePlan } from '@/components/ui/file-plan';
import type { PlanWriting } from '@/components/ui/plan-decision';
import { importErrorsPath } from '@/lib/client/person/import-people';
import { type ImportText, useImportText } from '@/lib/client/person/import-text';
import { wordOf } from '@/lib/client/text/word-of';
import type { ImportPlan, ImportRow } from '@/lib/contracts/http/person-import';

/** Which people a file would create and change. */
export function ImportPlanView({ plan, ...writing }: PlanWriting & { plan: ImportPlan }) {
  const text = useImportText();
  const { create, change } = plan.counts;
  return (
    <FilePlan
      {...writing}
      id="import"
      plan={plan}
      text={text}
      act={text.import(create, change)}
      inWords={(row) => inWords(row, text)}
      errorList={
        <Button asChild>
          <a href={importErrorsPath(plan.id)} download>
            {text.errorList}
          </a>
        </Button>
      }
    />
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
