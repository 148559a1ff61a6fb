import type { ReachText } from '@/lib/client/announcement/reach-text';
import type { ReminderView } from '@/lib/contracts/http/reach';

type Words = ReachText['remind'];

/** Whether further rounds of it are planned. */
export const isRunning = (reminder: ReminderView): boolean =>
  reminder.ended_at === null && reminder.next_at !== null;

/**
 * What has become of a reminder, in a sentence. `outstanding`: how many have still to answer; of a running one without any
 * no further round comes, though it ends only when it looks the next time.
 */
export function describeReminder(
  reminder: ReminderView,
  { outstanding, words, time }: { outstanding: number; words: Words; time: (at: string) => string },
): string {
  const rounds = words.rounds(reminder.rounds);
  if (isRunning(reminder)) {
    if (outstanding === 0) return words.lastRound(rounds);
    return words.running(rounds, time(reminder.next_at ?? ''));
  }
  const at = time(reminder.ended_at ?? reminder.started_at);
  return words.ended[knownEnds[reminder.end_reason ?? ''] ?? 'not_public'](at, rounds);
}

/** The domain's reasons; all others are states in which the announcement is not public. */
const knownEnds: Readonly<Record<string, keyof Words['ended']>> = {
  once: 'once',
  everybody_answered: 'everybody_answered',
  most_rounds: 'most_rounds',
  stopped: 'stopped',
  replaced: 'stopped',
};
