'use client';

import { useQuery } from '@tanstack/react-query';
import { isPublic } from '@/lib/client/announcement/announcement-change';
import { type AnnouncementDraft, targetOf } from '@/lib/client/announcement/announcement-form';
import { audienceCountOptions } from '@/lib/client/announcement/count-audience';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { momentOf } from '@/lib/client/announcement/zoned-time';
import { useFormState } from '@/lib/client/form/use-form-state';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { noTarget } from '@/lib/contracts/http/announcement';
import type { AnnouncementTarget } from '@/lib/contracts/http/announcement-requests';
import type { EditKind } from './edit-kind-field';
import type { Intent } from './use-send-announcement';
import type { Writing } from './use-writing';
import { audienceOf } from './writing-form';

const nobody: AnnouncementTarget = {
  target_audience: 'all',
  target_details: noTarget(),
};

/** What the main button would do now, said with the number of people or the time. */
export function useIntent({ form, base, zone }: Writing, kind: EditKind): { intent: Intent; words: string } {
  const text = useWritingText().save;
  const format = useFormat();
  const { values } = useFormState(form);
  const { when, scheduled } = values;
  const target = targetOf(audienceOf(values));
  const count = useQuery({ ...audienceCountOptions(target ?? nobody), enabled: target !== null });
  const recipients = target && count.data?.recipients ? format.number(count.data.recipients) : null;
  const at = momentOf(scheduled, zone);

  if (base && isPublic(base.saved.status)) {
    if (kind === 'minor') return { intent: kind, words: text.saveEdit };
    return { intent: kind, words: recipients ? text.reannounceTo(recipients) : text.reannounce };
  }
  if (when === 'later')
    return { intent: 'schedule', words: at ? text.scheduleFor(format.weekTime(at)) : text.schedule };
  return { intent: 'publish', words: recipients ? text.publishTo(recipients) : text.publish };
}

interface Question {
  title: string;
  text: string;
}

/** What is asked before it is done; `null` for what tells nobody. */
export function useQuestion(): (
  intent: Intent,
  draft: AnnouncementDraft,
  circumstances: { audience: string; zone: string },
) => Question | null {
  const { confirm } = useWritingText();
  const { confirm: publish } = useText().announcement;
  const format = useFormat();
  return (intent, draft, { audience, zone }) => {
    const at = momentOf(draft.scheduled, zone);
    const questions: Record<Intent, Question | null> = {
      draft: null,
      minor: null,
      publish: { title: publish.title(audience), text: publish.text(draft.title) },
      schedule:
        at === null
          ? null
          : {
              title: confirm.schedule(format.weekTime(at)),
              text: confirm.scheduleText(draft.title, audience, format.exact(at)),
            },
      reannounce: {
        title: confirm.reannounce(audience),
        text: confirm.reannounceText(draft.title),
      },
    };
    return questions[intent];
  };
}
