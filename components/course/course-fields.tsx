'use client';

import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import type { CourseFields as Fields } from '@/lib/client/course/course-fields';
import { useCourseText } from '@/lib/client/course/course-text';
import { describeFieldError } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { FacultyField } from './faculty-field';

interface CourseFieldsProps {
  values: Fields;
  /** The code of what is wrong, by field. */
  wrong: ReadonlyMap<string, string>;
  onChange: (change: Partial<Fields>) => void;
}

/** What administrators write of a course, whether it is new or not. */
export function CourseFields({ values, wrong, onChange }: CourseFieldsProps) {
  const { course: text, wrong: ofWrong, problems } = useCatalogueText();
  const labels = useFieldLabels();
  const words = useText().problem;
  const errorOf = (name: string) => {
    const code = wrong.get(name);
    if (code === undefined) return undefined;
    return name === 'section' && code === 'taken'
      ? problems['course.section_taken']
      : describeFieldError(words, code);
  };
  const typed = [
    ['section', 10, undefined],
    ['capacity', 5, undefined],
    ['semester', 2, text.semesterHint],
    ['offer_hours', 3, text.offerHint],
  ] as const;
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2 md:items-start">
        {typed.map(([name, maxLength, hint]) => (
          <Field
            key={name}
            label={labels[name]}
            hint={hint}
            error={errorOf(name)}
            optional={name === 'offer_hours'}
          >
            {(control) => (
              <Input
                {...control}
                inputMode={name === 'section' ? 'text' : 'numeric'}
                autoComplete="off"
                maxLength={maxLength}
                value={values[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <FacultyField
        faculty={values.faculty}
        error={wrong.has('faculty') ? ofWrong.unknown_faculty : undefined}
        onChange={(faculty) => onChange({ faculty })}
      />
    </>
  );
}

export function useFieldLabels(): Readonly<Record<keyof Fields, string>> {
  const { course: text } = useCatalogueText();
  const { sectionLabel, capacity } = useCourseText();
  return {
    section: sectionLabel,
    capacity,
    semester: text.semester,
    offer_hours: text.offerHours,
    faculty: text.faculty,
  };
}
