'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { UseFormReturn } from 'react-hook-form';
import { toast } from '@/components/ui/toast';
import {
  type AnnouncementDraft,
  announcementBody,
  fieldOfPath,
} from '@/lib/client/announcement/announcement-form';
import { useCreateAnnouncement } from '@/lib/client/announcement/create-announcement';
import { usePublishAnnouncement } from '@/lib/client/announcement/publish-announcement';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import type { Messages } from '@/lib/client/text/load-messages';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { describeAudience } from './describe-audience';

interface SendOptions {
  form: UseFormReturn<AnnouncementDraft>;
  /** The server has it: what the tab kept of it can go. */
  onSent: () => void;
}

/** Saves and publishes what the form holds. What the server finds wrong is shown at its field; the text stays. */
export function useSendAnnouncement({ form, onSent }: SendOptions) {
  const router = useRouter();
  const text = useText();
  const { told, audience: words } = text.announcement;
  const format = useFormat();
  const departments = useQuery(departmentListOptions());
  const create = useCreateAnnouncement();
  const publish = usePublishAnnouncement();

  const nameAudience = (draft: AnnouncementDraft) =>
    describeAudience(announcementBody(draft), departments.data?.items ?? [], { words, format });

  function toList(): void {
    onSent();
    router.push('/admin/announcements');
  }

  /** `null` when it was refused; the form says why then. */
  async function save(draft: AnnouncementDraft) {
    try {
      return await create.mutateAsync(announcementBody(draft));
    } catch (error) {
      showProblem(form, error, text);
      return null;
    }
  }

  return {
    isSending: create.isPending || publish.isPending,
    nameAudience,
    saveDraft: async (draft: AnnouncementDraft) => {
      const saved = await save(draft);
      if (!saved) return;
      toList();
      toast.success(told.saved(saved.title));
    },
    publish: async (draft: AnnouncementDraft) => {
      const saved = await save(draft);
      if (!saved) return;
      try {
        await publish.mutateAsync(saved.id);
        toast.success(told.published(saved.title, nameAudience(draft)));
      } catch (error) {
        toast.error(told.savedOnly(saved.title, describeProblem(text.problem, error)));
      }
      toList();
    },
  };
}

function showProblem(form: UseFormReturn<AnnouncementDraft>, error: unknown, text: Messages): void {
  const fieldErrors = error instanceof ApiProblem ? error.errors : [];
  const unplaced: string[] = [];
  for (const { field, code } of fieldErrors) {
    const message = describeFieldError(text.problem, code);
    const place = fieldOfPath(field);
    if (place) form.setError(place, { message });
    else unplaced.push(message);
  }
  if (fieldErrors.length === 0) unplaced.push(describeProblem(text.problem, error));
  if (unplaced.length > 0) {
    form.setError('root', {
      message: text.announcement.form.nothingSaved(unplaced.join(' ')),
    });
  }
}
