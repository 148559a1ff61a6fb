'use client';

import { useEffect, useRef, useState } from 'react';
import { formOf } from '@/lib/client/announcement/announcement-change';
import {
  type AnnouncementDraft,
  announcementFormIn,
  emptyAnnouncement,
} from '@/lib/client/announcement/announcement-form';
import type { Attempt } from '@/lib/client/announcement/create-once';
import { KeptWriting } from '@/lib/client/announcement/kept-writing';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { createForm } from '@/lib/client/form/create-form';
import { judgeBySchema } from '@/lib/client/form/judge-by-schema';
import { useMe } from '@/lib/client/session/me-context';
import { useKeptDraft } from '@/lib/client/session/use-kept-draft';
import { useFormat } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

export type Writing = ReturnType<typeof useWriting>;

/** The saved announcement that the form changes, and the version its writer has seen: of another an edit is refused. */
interface Base {
  saved: AnnouncementView;
  version: number;
}

/**
 * The form, what it is a change of (nothing, for a new one), and what the tab keeps of both over a reload. `courseId`: the
 * course that a new one is begun for.
 */
export function useWriting(first: AnnouncementView | null, courseId?: string) {
  const me = useMe();
  const text = useWritingText();
  const { timeZone: zone } = useFormat();
  const [base, setBase] = useState<Base | null>(first && { saved: first, version: first.version });
  const attempt = useRef<Attempt | null>(null);
  const valuesOf = (saved: AnnouncementView | null) =>
    saved ? formOf(saved, zone) : emptyAnnouncement(me, courseId);
  const saved = base?.saved ?? null;

  const judge = (values: AnnouncementDraft) =>
    judgeBySchema(
      announcementFormIn(text.wrong, { zone, savedEnd: saved && valuesOf(saved).expires }),
      values,
    );
  const latest = useRef({ judge, keep: (): void => {}, isDirty: (): boolean => false });
  const [form] = useState(() => createForm(valuesOf(first), (values) => latest.current.judge(values)));
  const { keep: keepInTab, forget } = useKeptDraft({
    key: ['announcement', me.id, saved?.id ?? courseId].filter(Boolean).join(':'),
    schema: KeptWriting,
    onRestore: (kept) => {
      attempt.current = kept.attempt;
      setBase((last) => last && { ...last, version: kept.version });
      form.reset(kept.values);
    },
  });
  const isDirty = () => JSON.stringify(form.get().values) !== JSON.stringify(valuesOf(saved));
  const keep = () =>
    keepInTab({ values: form.get().values, version: base?.version ?? 0, attempt: attempt.current });
  useEffect(() => {
    latest.current = { judge, keep, isDirty };
  });
  useEffect(() => {
    let kept = form.get().values;
    return form.subscribe(() => {
      const { values } = form.get();
      if (values === kept) return;
      kept = values;
      latest.current.keep();
    });
  }, [form]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is a change of another base now
  useEffect(() => {
    if (latest.current.isDirty()) latest.current.keep();
  }, [base]);

  /** The server has this now: what is typed stays, as a change of it. */
  function rebase(onto: AnnouncementView): void {
    forget();
    setBase({ saved: onto, version: onto.version });
  }

  return {
    form,
    base,
    zone,
    isDirty,
    rebase,
    /** Shows what is saved in place of what is typed. */
    adopt(instead: AnnouncementView): void {
      form.reset(valuesOf(instead));
      rebase(instead);
    },
    forget,
    attempt: {
      read: () => attempt.current,
      write: (next: Attempt | null) => {
        attempt.current = next;
        keep();
      },
    },
  };
}
