'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { describeAudience } from '@/components/announcement/describe-audience';
import {
  type AnnouncementDraft,
  type ChosenAudience,
  targetOf,
} from '@/lib/client/announcement/announcement-form';
import { choicesOf, withoutChoice } from '@/lib/client/announcement/audience-choice';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { AudienceChips } from './audience-chips';
import { AudienceCount } from './audience-count';
import { AudiencePicker } from './audience-picker';
import { audienceParts, useChosenAudience } from './use-chosen-audience';
import { useNames } from './use-names';

/** Whom it is for: the chosen parts as chips, a field that adds to them, and how many people that are, in words and live. */
export function AudienceFields() {
  const text = useWritingText();
  const me = useMe();
  const departments = useQuery(departmentListOptions()).data?.items ?? [];
  const { control, setValue, formState } = useFormContext<AnnouncementDraft>();
  const audience = useChosenAudience(control);
  const named = { ...audience, people: useNames(audience.people) };

  function change(next: ChosenAudience): void {
    for (const part of audienceParts) setValue(part, next[part], { shouldDirty: true });
    // All four are one field to the eye: its message stands at the first.
    setValue('everyone', next.everyone, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  }

  return (
    <div className="grid gap-2">
      <AudiencePicker
        audience={audience}
        onChange={change}
        error={formState.errors.everyone?.message ?? formState.errors.people?.message}
      />
      <AudienceChips
        choices={choicesOf(named, departments, text)}
        isFixed={({ kind }) => me.role !== 'admin' && kind === 'department'}
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
