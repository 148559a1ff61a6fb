import type { UseFormReturn } from 'react-hook-form';
import { type AnnouncementDraft, fieldOfPath } from '@/lib/client/announcement/announcement-form';
import type { WritingText } from '@/lib/client/announcement/writing-text';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeFieldError, describeProblem } from '@/lib/client/text/describe-problem';
import type { Messages } from '@/lib/client/text/load-messages';

interface ShowProblem {
  text: WritingText;
  words: Messages['problem'];
  /** Whether the text itself was saved before the rest was refused. */
  isSaved: boolean;
}

/** What the server finds wrong, at its field; what belongs to no field, above the buttons. */
export function showProblem(
  form: UseFormReturn<AnnouncementDraft>,
  error: unknown,
  { text, words, isSaved }: ShowProblem,
): void {
  const fieldErrors = error instanceof ApiProblem ? error.errors : [];
  const unplaced: string[] = fieldErrors.length === 0 ? [describeProblem(words, error)] : [];
  for (const { field, code } of fieldErrors) {
    const problem = describeFieldError(words, code);
    const place = fieldOfPath(field);
    const person = personAt(field, form.getValues('people'));
    const message = person ? text.unknown(person, problem) : problem;
    if (place) form.setError(place, { message }, { shouldFocus: true });
    else unplaced.push(message);
  }
  if (isSaved || unplaced.length > 0)
    form.setError('root', {
      message: (isSaved ? text.savedOnly : text.nothingSaved)(unplaced.join(' ')).trim(),
    });
}

/** The name of the person that `target_details.user_ids.3` complains about. */
function personAt(path: string, people: AnnouncementDraft['people']): string | undefined {
  const index = /^target_details\.user_ids\.(\d+)$/.exec(path)?.[1];
  return index === undefined ? undefined : people[Number(index)]?.name;
}
