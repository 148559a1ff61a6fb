import { useAttendanceProblemText } from '../attendance/attendance-problem-text';
import { describeProblem } from '../text/describe-problem';
import type { checkIn } from '../text/en/check-in';
import { createFetchedText } from '../text/fetched-text';
import { useText } from '../text/text-context';

export const useCheckInText = createFetchedText<typeof checkIn>({
  en: () => import('../text/en/check-in').then((module) => module.checkIn),
  de: () => import('../text/de/check-in').then((module) => module.checkIn),
});

/** Why somebody could not check in, or a check-in not be started, as a sentence. */
export function useDescribeCheckIn(): (error: Error) => string {
  const own = { ...useAttendanceProblemText(), ...useCheckInText().problems };
  const { problem } = useText();
  return (error) => describeProblem(problem, error, own);
}
