'use client';

import { type Control, useWatch } from 'react-hook-form';
import type { AnnouncementDraft, ChosenAudience } from '@/lib/client/announcement/announcement-form';

/** The parts of the form that together say whom it is for. */
export const audienceParts = ['everyone', 'role_names', 'department_ids', 'people'] as const;

/** Whom the form is for as it stands now. */
export function useChosenAudience(control: Control<AnnouncementDraft>): ChosenAudience {
  const [everyone, role_names, department_ids, people] = useWatch({ control, name: audienceParts });
  return { everyone, role_names, department_ids, people };
}
