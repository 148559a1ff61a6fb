import { describeAudience } from '@/components/announcement/describe-audience';
import {
  type AnnouncementDraft,
  asksToAcknowledge,
  targetOf,
} from '@/lib/client/announcement/announcement-form';
import type { WritingText } from '@/lib/client/announcement/writing-text';
import { momentOf } from '@/lib/client/announcement/zoned-time';
import type { Format } from '@/lib/client/text/create-format';
import type { Messages } from '@/lib/client/text/load-messages';
import type { DepartmentView } from '@/lib/contracts/http/me';

interface Language {
  text: WritingText;
  words: Messages['announcement']['audience'];
  format: Format;
  departments: readonly DepartmentView[];
}

interface ComparedField {
  field: string;
  label: string;
  mine: string;
  theirs: string;
  differs: boolean;
}

/** Two versions of an announcement field by field, in words, with whether they say the same. */
export function compareVersions(
  mine: AnnouncementDraft,
  theirs: AnnouncementDraft,
  language: Language,
): ComparedField[] {
  const { text, words, format, departments } = language;
  const { conflict } = text;
  const yesOrNo = (value: boolean) => (value ? conflict.yes : conflict.no);
  const time = (value: string) => {
    const at = momentOf(value, format.timeZone);
    return at === null ? conflict.none : format.dateTime(at);
  };
  const audience = (draft: AnnouncementDraft) => {
    const target = targetOf(draft);
    return target ? describeAudience(target, departments, { words, format }) : conflict.none;
  };
  const fields: readonly [
    field: string,
    label: string,
    /** What is shown, and what tells two apart that are shown alike. */
    show: (draft: AnnouncementDraft) => string,
    tell?: (draft: AnnouncementDraft) => string,
  ][] = [
    ['title', text.title, (draft) => draft.title.trim()],
    ['content', text.text, (draft) => draft.content.trim()],
    ['audience', text.to, audience, (draft) => JSON.stringify(targetOf(draft))],
    ['when', text.publishAt, (draft) => (draft.when === 'later' ? time(draft.scheduled) : conflict.none)],
    ['expires', text.expires, (draft) => time(draft.expires)],
    ['priority', text.priority, (draft) => text.priorities[draft.priority]],
    ['acknowledgement', text.acknowledge, (draft) => yesOrNo(asksToAcknowledge(draft))],
    ['pinned', text.pin, (draft) => yesOrNo(draft.pinned)],
  ];
  return fields.map(([field, label, show, tell = show]) => ({
    field,
    label,
    mine: show(mine),
    theirs: show(theirs),
    differs: tell(mine) !== tell(theirs),
  }));
}
