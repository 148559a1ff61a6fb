'use client';

import { createContext, useContext } from 'react';
import type { AnnouncementDraft, ChosenAudience } from '@/lib/client/announcement/announcement-form';
import type { Form, FormState } from '@/lib/client/form/create-form';
import { useFormState } from '@/lib/client/form/use-form-state';

export type WritingForm = Form<AnnouncementDraft>;

/** The form that the parts of the page share. */
export const WritingFormContext = createContext<WritingForm | null>(null);

interface OpenForm extends FormState<AnnouncementDraft> {
  readonly form: WritingForm;
}

/** The form of the page and what is in it now. */
export function useWritingForm(): OpenForm {
  const form = useContext(WritingFormContext);
  if (!form) throw new Error('this needs a WritingFormContext above it');
  return { form, ...useFormState(form) };
}

/** Whom these values are for. */
export function audienceOf({
  everyone,
  role_names,
  department_ids,
  courses,
  people,
}: AnnouncementDraft): ChosenAudience {
  return { everyone, role_names, department_ids, courses, people };
}
