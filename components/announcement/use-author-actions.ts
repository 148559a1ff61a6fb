'use client';

import { useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast';
import { useArchiveAnnouncement } from '@/lib/client/announcement/archive-announcement';
import { useEditAnnouncement } from '@/lib/client/announcement/edit-announcement';
import { type ReachText, useReachText } from '@/lib/client/announcement/reach-text';
import { takeNewest } from '@/lib/client/announcement/take-newest';
import { useUnscheduleAnnouncement } from '@/lib/client/announcement/unschedule-announcement';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import type { Messages } from '@/lib/client/text/load-messages';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';

/**
 * What its author does with an announcement as a whole, of the version on the screen. Each says what came of it, also
 * when a push has taken the row away meanwhile.
 */
export function useAuthorActions(announcement: AnnouncementView) {
  const { problem } = useText();
  const text = useReachText();
  const queryClient = useQueryClient();
  const edit = useEditAnnouncement();
  const archive = useArchiveAnnouncement();
  const unschedule = useUnscheduleAnnouncement();
  const { id, version, title } = announcement;
  const tell = (change: Promise<unknown>, done: string) =>
    void change.then(
      () => toast.success(done),
      (error: unknown) => {
        takeNewest(queryClient, id, error);
        toast.error(describeRefusal({ text, problem }, title, error));
      },
    );
  return {
    pin: (pinned: boolean) =>
      tell(
        edit.mutateAsync({ id, version, change: { pinned } }),
        pinned ? text.actions.pinned : text.actions.unpinned,
      ),
    archive: (archived: boolean) =>
      tell(
        archive.mutateAsync({ id, version, archived }),
        archived ? text.actions.archived : text.actions.unarchived,
      ),
    unschedule: () => tell(unschedule.mutateAsync(id), text.scheduleCancelled),
  };
}

/** Why it could not be done; that somebody else was quicker asks for another look. */
export function describeRefusal(
  { text, problem }: { text: ReachText; problem: Messages['problem'] },
  title: string,
  error: unknown,
): string {
  const { newer, notDone } = text.actions;
  return error instanceof ApiProblem && error.code === 'precondition.failed'
    ? newer(title)
    : notDone(title, describeProblem(problem, error));
}
