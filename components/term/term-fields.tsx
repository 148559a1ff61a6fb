'use client';

import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { localPart } from '@/lib/client/announcement/zoned-time';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import type { TermFields as Fields } from '@/lib/client/term/change-term';
import { describeFieldError } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';

export const termFieldNames = [
  'name',
  'code',
  'academic_year',
  'starts_on',
  'ends_on',
  'enrollment_opens_at',
  'enrollment_closes_at',
  'drop_closes_at',
] as const;

const typeOf: Readonly<Record<keyof Fields, string>> = {
  name: 'text',
  code: 'text',
  academic_year: 'text',
  starts_on: 'date',
  ends_on: 'date',
  enrollment_opens_at: 'datetime-local',
  enrollment_closes_at: 'datetime-local',
  drop_closes_at: 'datetime-local',
};
const longest: Partial<Record<keyof Fields, number>> = { name: 80, code: 20, academic_year: 4 };

interface TermFieldsProps {
  values: Fields;
  /** The university's. */
  zone: string;
  /** The code of what is wrong, by field. */
  wrong: ReadonlyMap<string, string>;
  onChange: (change: Partial<Fields>) => void;
}

export function TermFields({ values, zone, wrong, onChange }: TermFieldsProps) {
  const { term: text, wrong: ofWrong } = useCatalogueText();
  const labels = useTermLabels();
  const words = useText().problem;
  const errorOf = (name: string) => {
    const code = wrong.get(name);
    if (code === undefined) return undefined;
    if (code === 'holiday_outside' || code === 'unreadable' || code === 'skipped') return ofWrong[code];
    // Dates that stand before what they follow are refused as a whole.
    if (code === 'custom' && name === 'ends_on') return ofWrong.before_first_day;
    if (code === 'custom' && name === 'enrollment_closes_at') return ofWrong.before_opening;
    return describeFieldError(words, code);
  };
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2 md:items-start">
        {termFieldNames.map((name) => {
          const isMoment = typeOf[name] === 'datetime-local';
          return (
            <Field key={name} label={labels[name]} error={errorOf(name)} optional={isMoment}>
              {(control) => (
                <Input
                  {...control}
                  type={typeOf[name]}
                  inputMode={name === 'academic_year' ? 'numeric' : undefined}
                  autoComplete="off"
                  maxLength={longest[name]}
                  value={isMoment ? localPart(values[name]) : values[name]}
                  onChange={(event) => onChange({ [name]: event.target.value })}
                />
              )}
            </Field>
          );
        })}
      </div>
      <p className="text-sm text-ink-3">
        {text.zone(zone)} {text.always}
      </p>
    </>
  );
}

export function useTermLabels(): Readonly<Record<keyof Fields, string>> {
  const { code, name, term: text } = useCatalogueText();
  return {
    name,
    code,
    academic_year: text.academicYear,
    starts_on: text.startsOn,
    ends_on: text.endsOn,
    enrollment_opens_at: text.opens,
    enrollment_closes_at: text.closes,
    drop_closes_at: text.drop,
  };
}
