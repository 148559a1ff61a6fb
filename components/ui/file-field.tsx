import { Input } from './controls';
import { Field } from './field';

interface FileFieldProps {
  label: string;
  hint: string;
  multiple?: boolean;
  /** Not called when the choice is given up. */
  onChoose: (files: readonly [File, ...File[]]) => void;
}

/** Takes CSV files. The same file, corrected, is a choice as well. */
export function FileField({ label, hint, multiple = false, onChoose }: FileFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          type="file"
          multiple={multiple}
          accept=".csv,text/csv"
          className="py-2 md:py-1.5"
          onClick={(event) => {
            // Of what is chosen already a browser would not tell.
            event.currentTarget.value = '';
          }}
          onChange={(event) => {
            const [first, ...others] = event.target.files ?? [];
            if (first) onChoose([first, ...others]);
          }}
        />
      )}
    </Field>
  );
}
