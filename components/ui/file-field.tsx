import { Input } from './controls';
import { Field } from './field';

interface FileFieldProps {
  label: string;
  hint: string;
  multiple?: boolean;
  optional?: boolean;
  /** CSV when not said. */
  accept?: string;
  error?: string | undefined;
  /** Not called when the choice is given up. */
  onChoose: (files: readonly [File, ...File[]]) => void;
}

/** Takes files. The same file, corrected, is a choice as well. */
export function FileField(props: FileFieldProps) {
  const {
    label,
    hint,
    multiple = false,
    optional = false,
    accept = '.csv,text/csv',
    error,
    onChoose,
  } = props;
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      {(control) => (
        <Input
          {...control}
          type="file"
          multiple={multiple}
          accept={accept}
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
