'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { UseFormReturn } from 'react-hook-form';
import { toast } from 'sonner';
import {
  type AnnouncementDraft,
  announcementBody,
  fieldOfPath,
} from '@/lib/client/announcement/announcement-form';
import { useCreateAnnouncement } from '@/lib/client/announcement/create-announcement';
import { usePublishAnnouncement } from '@/lib/client/announcement/publish-announcement';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeAudience } from './describe-audience';

interface SendOptions {
  form: UseFormReturn<AnnouncementDraft>;
  /** The server has it: what the tab kept of it can go. */
  onSent: () => void;
}

/** Saves and publishes what the form holds. What the server finds wrong is shown at its field; the text stays. */
export function useSendAnnouncement({ form, onSent }: SendOptions) {
  const router = useRouter();
  const departments = useQuery(departmentListOptions());
  const create = useCreateAnnouncement();
  const publish = usePublishAnnouncement();

  const nameAudience = (draft: AnnouncementDraft) =>
    describeAudience(announcementBody(draft), departments.data?.items ?? []);

  function toList(): void {
    onSent();
    router.push('/admin/announcements');
  }

  /** `null` when it was refused; the form says why then. */
  async function save(draft: AnnouncementDraft) {
    try {
      return await create.mutateAsync(announcementBody(draft));
    } catch (error) {
      showProblem(form, error);
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
      toast.success(`"${saved.title}" is saved as a draft`);
    },
    publish: async (draft: AnnouncementDraft) => {
      const saved = await save(draft);
      if (!saved) return;
      try {
        await publish.mutateAsync(saved.id);
        toast.success(`"${saved.title}" is published to ${nameAudience(draft)}`);
      } catch (error) {
        toast.error(`"${saved.title}" is saved as a draft, but not published. ${messageOf(error)}`);
      }
      toList();
    },
  };
}

function showProblem(form: UseFormReturn<AnnouncementDraft>, error: unknown): void {
  const fieldErrors = error instanceof ApiProblem ? error.errors : [];
  const unplaced: string[] = [];
  for (const { field, message } of fieldErrors) {
    const place = fieldOfPath(field);
    if (place) form.setError(place, { message });
    else unplaced.push(message);
  }
  if (fieldErrors.length === 0) unplaced.push(messageOf(error));
  if (unplaced.length > 0) {
    form.setError('root', {
      message: `Nothing was saved, and your text is still here. ${unplaced.join('. ')}`,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.message}.` : 'Something went wrong.';
}
