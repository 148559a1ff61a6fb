'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { authorListHref, editHref, reachHref } from '@/components/announcement/author-places';
import { describeAudience } from '@/components/announcement/describe-audience';
import { toast } from '@/components/ui/toast';
import { changeOf, isPublic } from '@/lib/client/announcement/announcement-change';
import {
  type AnnouncementDraft,
  announcementBody,
  targetOf,
} from '@/lib/client/announcement/announcement-form';
import { useCreateAnnouncement } from '@/lib/client/announcement/create-announcement';
import { createOnce } from '@/lib/client/announcement/create-once';
import { useEditAnnouncement } from '@/lib/client/announcement/edit-announcement';
import { usePublishAnnouncement } from '@/lib/client/announcement/publish-announcement';
import { useScheduleAnnouncement } from '@/lib/client/announcement/schedule-announcement';
import { useUnscheduleAnnouncement } from '@/lib/client/announcement/unschedule-announcement';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { momentOf } from '@/lib/client/announcement/zoned-time';
import { departmentListOptions } from '@/lib/client/department/list-departments';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { useMe } from '@/lib/client/session/me-context';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { AnnouncementView } from '@/lib/contracts/http/announcement';
import { showProblem } from './show-problem';
import type { Writing } from './use-writing';

/** What the writer wants: kept as a draft, sent now or by the clock; or of what is public, changed quietly or told again. */
export type Intent = 'draft' | 'publish' | 'schedule' | 'minor' | 'reannounce';

/** A version that somebody else saved, and what the writer wanted to do with the own one. */
export interface Conflict {
  theirs: AnnouncementView;
  intent: Intent;
}

interface SendOptions {
  writing: Writing;
  /** Somebody saved another version: what is typed waits for the writer to decide. */
  onConflict: (conflict: Conflict) => void;
}

/** Saves what the form holds and does what is asked. What the server refuses is said at its field; the text stays. */
export function useSendAnnouncement({ writing, onConflict }: SendOptions) {
  const { form, zone } = writing;
  const router = useRouter();
  const me = useMe();
  const text = useWritingText();
  const { announcement, problem: words } = useText();
  const format = useFormat();
  const departments = useQuery(departmentListOptions()).data?.items ?? [];
  const [isSending, setIsSending] = useState(false);
  const { mutateAsync: create } = useCreateAnnouncement();
  const { mutateAsync: edit } = useEditAnnouncement();
  const { mutateAsync: publish } = usePublishAnnouncement();
  const { mutateAsync: schedule } = useScheduleAnnouncement();
  const { mutateAsync: unschedule } = useUnscheduleAnnouncement();

  const nameAudience = (draft: AnnouncementDraft): string => {
    const target = targetOf(draft);
    return target ? describeAudience(target, departments, { words: announcement.audience, format }) : '';
  };

  /** What is done with the saved text, and what is said of it. */
  const acts: Record<Intent, (saved: AnnouncementView, draft: AnnouncementDraft) => Promise<string>> = {
    async draft(saved) {
      if (saved.status === 'scheduled') await unschedule(saved.id);
      return text.told.saved(saved.title);
    },
    async publish(saved, draft) {
      await publish(saved.id);
      return text.told.published(saved.title, nameAudience(draft));
    },
    async schedule(saved, draft) {
      const at = momentOf(draft.scheduled, zone) ?? '';
      if (saved.status !== 'scheduled' || saved.scheduled_for !== at) await schedule({ id: saved.id, at });
      return text.told.scheduled(saved.title, format.weekTime(at));
    },
    minor: async (saved) => text.told.edited(saved.title),
    reannounce: async (saved, draft) => text.told.reannounced(saved.title, nameAudience(draft)),
  };

  async function send(draft: AnnouncementDraft, intent: Intent, onto = writing.base): Promise<void> {
    setIsSending(true);
    let saved: AnnouncementView | null = null;
    try {
      saved = onto?.saved ?? (await make(draft));
      const change = changeOf(saved, draft, zone);
      const kind = intent === 'reannounce' ? 'reannounce' : 'minor';
      if (Object.keys(change).length > 0 || kind === 'reannounce') {
        const version = onto?.version ?? saved.version;
        saved = await edit({ id: saved.id, version, change: { ...change, edit: kind } });
      }
      const told = await acts[intent](saved, draft);
      writing.forget();
      const goesOut = intent === 'publish' || isPublic(saved.status);
      router.push(goesOut ? reachHref(saved.id) : authorListHref(me.role));
      toast.success(told);
    } catch (error) {
      setIsSending(false);
      refuse(error, intent, saved !== onto?.saved ? saved : null);
    }
  }

  async function make(draft: AnnouncementDraft): Promise<AnnouncementView> {
    const body = announcementBody(draft, zone);
    if (!body) throw new Error('a valid form is for somebody');
    return createOnce(body, writing.attempt, create);
  }

  /** `saved`: how far it came before it was refused. From there on the page is that of what is saved. */
  function refuse(error: unknown, intent: Intent, saved: AnnouncementView | null): void {
    if (saved) {
      if (!writing.base) window.history.replaceState(null, '', editHref(saved.id));
      writing.rebase(saved);
    }
    const theirs = conflictOf(error);
    if (theirs) onConflict({ theirs, intent: isPublic(theirs.status) ? 'minor' : intent });
    else showProblem(form, error, { text, words, isSaved: saved !== null });
  }

  return { isSending, nameAudience, send };
}

/** The version that somebody else saved, where that is why it was refused. */
function conflictOf(error: unknown): AnnouncementView | null {
  if (!(error instanceof ApiProblem) || error.code !== 'precondition.failed') return null;
  return AnnouncementView.safeParse(error.current).data ?? null;
}
