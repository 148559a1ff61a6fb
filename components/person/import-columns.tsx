import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useImportText } from '@/lib/client/person/import-text';
import { ImportColumn, type ImportMapping } from '@/lib/contracts/http/person-import';

interface ImportColumnsProps {
  headings: readonly string[];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

/** Which column of the file is which: guessed, and to be changed. */
export function ImportColumns({ headings, mapping, onChange }: ImportColumnsProps) {
  const text = useImportText();
  const choices = [...new Set(headings.filter((heading) => heading !== ''))];
  return (
    <fieldset>
      <legend className="mb-1 text-md">{text.columns}</legend>
      <p className="mb-3 text-sm text-ink-3">{text.columnsText}</p>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-5">
        {ImportColumn.options.map((column) => (
          <Field key={column} label={text.columnNames[column]}>
            {(control) => (
              <Select
                {...control}
                value={mapping[column] ?? ''}
                onChange={(event) => onChange({ ...mapping, [column]: event.target.value || null })}
              >
                <option value="">{text.notTaken}</option>
                {choices.map((heading) => (
                  <option key={heading} value={heading}>
                    {heading}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
