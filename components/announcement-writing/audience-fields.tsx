'use client';

import { useQuery } from '@tanstack/react-query';
import { describeAudience } from '@/components/announcement/describe-audience';
import { type ChosenAudience, targetOf } from '@/lib/client/announcement/announcement-form';
import { choicesOf, withoutChoice } from '@/lib/client/announcement/audience-choice';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { AudienceChips } from './audience-chips';
import { AudienceCount } from './audience-count';
import { AudiencePicker } from './audience-picker';
import { useCourseNames } from './use-course-names';
import { useNames } from './use-names';
import { audienceOf, useWritingForm } from './writing-form';

/** Whom it is for: the chosen parts as chips, a field that adds to them, and how many people that are, in words and live. */
export function AudienceFields() {
  const text = useWritingText();
  const me = useMe();
  const departments = useQuery(departmentListOptions()).data?.items ?? [];
  const { form, values, errors } = useWritingForm();
  const audience = audienceOf(values);
  const named = {
    ...audience,
    people: useNames(audience.people),
    courses: useCourseNames(audience.courses),
  };

  // All of them are one field to the eye: they change together.
  const change = (next: ChosenAudience) => form.change(next);

  return (
    <div className="grid gap-2">
      <AudiencePicker
        audience={audience}
        onChange={change}
        error={errors.get('everyone') ?? errors.get('people')}
      />
      <AudienceChips
        choices={choicesOf(named, departments, text)}
        isFixed={({ kind }) => me.role !== 'admin' && kind === 'department' && audience.courses.length === 0}
        onRemove={(choice) => change(withoutChoice(audience, choice))}
      />
      <AudienceInWords audience={audience} />
    </div>
  );
}

/** Whom that is in one phrase, and how many. */
export function AudienceInWords({ audience }: { audience: ChosenAudience }) {
  const text = useText().announcement;
  const format = useFormat();
  const departments = useQuery(departmentListOptions()).data?.items ?? [];
  const target = targetOf(audience);
  return (
    <div>
      {target && (
        <p className="text-sm wrap-anywhere text-ink-2">
          {text.to(describeAudience(target, departments, { words: text.audience, format }))}
        </p>
      )}
      <AudienceCount target={target} />
    </div>
  );
}
