import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useCourseText } from '@/lib/client/course/course-text';

const MOST_SEATS = 10_000;

/** How many seats a course has. */
export function SeatsField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Field label={useCourseText().capacity}>
      {(control) => (
        <Input
          required
          type="number"
          min={0}
          max={MOST_SEATS}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
