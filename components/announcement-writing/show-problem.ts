import {
  type AnnouncementDraft,
  type AnnouncementField,
  fieldOfPath,
} from '@/lib/client/announcement/announcement-form';
import type { WritingText } from '@/lib/client/announcement/writing-text';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import type { Messages } from '@/lib/client/text/load-messages';
import type { WritingForm } from './writing-form';

interface ShowProblem {
  text: WritingText;
  words: Messages['problem'];
  /** Whether the text itself was saved before the rest was refused. */
  isSaved: boolean;
}

/** What the server finds wrong, at its field; what belongs to no field, above the buttons. */
export function showProblem(form: WritingForm, error: unknown, { text, words, isSaved }: ShowProblem): void {
  const fieldErrors = error instanceof ApiProblem ? error.errors : [];
  const errors = new Map<AnnouncementField | 'root', string>();
  const unplaced: string[] = fieldErrors.length === 0 ? [describeProblem(words, error)] : [];
  for (const { field, code } of fieldErrors) {
    const problem = describeFieldError(words, code);
    const place = fieldOfPath(field);
    const person = personAt(field, form.get().values.people);
    const message = person ? text.unknown(person, problem) : problem;
    if (place) errors.set(place, message);
    else unplaced.push(message);
  }
  if (isSaved || unplaced.length > 0)
    errors.set('root', (isSaved ? text.savedOnly : text.nothingSaved)(unplaced.join(' ')).trim());
  form.complain(errors);
}

/** The name of the person that `target_details.user_ids.3` complains about. */
function personAt(path: string, people: AnnouncementDraft['people']): string | undefined {
  const index = /^target_details\.user_ids\.(\d+)$/.exec(path)?.[1];
  return index === undefined ? undefined : people[Number(index)]?.name;
}
