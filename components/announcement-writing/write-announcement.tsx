'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import { isPublic } from '@/lib/client/announcement/announcement-change';
import { type AnnouncementDraft, targetOf, wrongSchedule } from '@/lib/client/announcement/announcement-form';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { useFocusOnWrong, useFormState } from '@/lib/client/form/use-form-state';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import { ChangedNote } from './changed-note';
import { ConfirmSending } from './confirm-sending';
import type { Decision } from './conflict-view';
import type { EditKind } from './edit-kind-field';
import { SettingFields } from './setting-fields';
import { TextFields } from './text-fields';
import { useIntent, useQuestion } from './use-intent';
import { type Conflict, type Intent, useSendAnnouncement } from './use-send-announcement';
import { useWriting } from './use-writing';
import { WriteActions } from './write-actions';
import { WritingFormContext } from './writing-form';

const ConflictView = dynamic(() => import('./conflict-view').then((module) => module.ConflictView));

interface WriteAnnouncementProps {
  /** The saved one that is changed, as it is now; left out for a new one. */
  latest?: AnnouncementView;
  /** The course that a new one is begun for. */
  courseId?: string | undefined;
  /** It was there, and is not any more. */
  isGone?: boolean;
}

/** Writes an announcement or changes one: the text on the left, whom it is for and when on the right; on a phone below. */
export function WriteAnnouncement({ latest, courseId, isGone = false }: WriteAnnouncementProps) {
  const text = useWritingText();
  const { announcement } = useText();
  const writing = useWriting(latest ?? null, courseId);
  const { form, base, zone } = writing;
  const wrongAtAll = useFormState(form).errors.get('root');
  const formElement = useFocusOnWrong(form);
  const [kind, setKind] = useState<EditKind>('minor');
  const [toConfirm, setToConfirm] = useState<{ draft: AnnouncementDraft; intent: Intent } | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const sending = useSendAnnouncement({ writing, onConflict: setConflict });
  const main = useIntent(writing, kind);
  const ask = useQuestion();
  const question =
    toConfirm &&
    ask(toConfirm.intent, toConfirm.draft, { audience: sending.nameAudience(toConfirm.draft), zone });

  const submit = (intent: Intent, onto = base) =>
    form.submit((draft) => {
      const wrong = intent === 'schedule' ? wrongSchedule(draft, zone) : null;
      if (wrong) {
        const [field, word] = wrong;
        form.complain(new Map([[field, text.wrong[word]]]));
      } else if (intent === 'draft' || intent === 'minor') void sending.send(draft, intent, onto);
      else setToConfirm({ draft, intent });
    });

  const decide: Record<Decision, (conflict: Conflict) => void> = {
    takeTheirs({ theirs }) {
      const mine = form.get().values;
      writing.adopt(theirs);
      toast.undo(text.conflict.tookTheirs, () => form.reset(mine));
    },
    keepMine({ theirs, intent }) {
      writing.rebase(theirs);
      submit(intent, { saved: theirs, version: theirs.version });
    },
    goOn: ({ theirs }) => writing.rebase(theirs),
  };

  return (
    <WritingFormContext value={form}>
      <ChangedNote
        writing={writing}
        latest={latest}
        isGone={isGone}
        isSending={sending.isSending}
        onCompare={(theirs) => setConflict({ theirs, intent: 'minor' })}
      />
      <form
        ref={formElement}
        noValidate
        aria-label={announcement.one}
        className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]"
        onSubmit={(event) => {
          event.preventDefault();
          submit(main.intent);
        }}
      >
        <TextFields />
        <div className="grid content-start gap-5">
          <SettingFields saved={base?.saved ?? null} kind={kind} onKind={setKind} />
          {wrongAtAll !== undefined && (
            <p role="alert" className="text-danger">
              {wrongAtAll}
            </p>
          )}
          <WriteActions
            main={main.words}
            isSending={sending.isSending}
            isScheduled={base?.saved.status === 'scheduled'}
            onSaveDraft={base && isPublic(base.saved.status) ? undefined : () => submit('draft')}
          />
        </div>
      </form>
      <ConfirmSending
        title={question?.title ?? ''}
        text={question?.text ?? ''}
        confirm={main.words}
        target={toConfirm && targetOf(toConfirm.draft)}
        open={toConfirm !== null}
        onOpenChange={(open) => !open && setToConfirm(null)}
        isSending={sending.isSending}
        onConfirm={() => {
          if (toConfirm)
            void sending.send(toConfirm.draft, toConfirm.intent).finally(() => setToConfirm(null));
        }}
      />
      {conflict && (
        <ConflictView
          mine={form.get().values}
          theirs={conflict.theirs}
          zone={zone}
          onDecide={(decision) => {
            setConflict(null);
            decide[decision](conflict);
          }}
        />
      )}
    </WritingFormContext>
  );
}
