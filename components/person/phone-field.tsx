import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { usePersonText } from '@/lib/client/person/person-text';

interface PhoneFieldProps {
  value: string;
  error: Error | null;
  onChange: (phone: string) => void;
}

/** Where text messages go; an emptied field means nowhere. */
export function PhoneField({ value, error, onChange }: PhoneFieldProps) {
  const { fields, phoneHint, phoneWrong } = usePersonText();
  const isWrong = error instanceof ApiProblem && error.errors.some(({ field }) => field === 'phone');
  return (
    <Field label={fields.phone} hint={phoneHint} optional {...(isWrong && { error: phoneWrong })}>
      {(control) => (
        <Input
          {...control}
          type="tel"
          autoComplete="off"
          maxLength={40}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
