'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { useListKeys } from '@/lib/client/keyboard/use-list-keys';
import { useEndSessions, type WhichSessions } from '@/lib/client/session/end-sessions';
import { sessionListOptions } from '@/lib/client/session/list-sessions';
import { useProfileText } from '@/lib/client/session/profile-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { ConfirmSignOut } from './confirm-sign-out';
import { ProfileSection } from './profile-section';
import { SessionRow } from './session-row';

/** Where the user is signed in, live, with the ways to end it. */
export function SessionSection() {
  const { problem } = useText();
  const profile = useProfileText();
  const text = profile.sessions;
  const list = useQuery(sessionListOptions());
  const rows = useListKeys();
  const { mutate, isPending } = useEndSessions();
  const [asked, setAsked] = useState<'others' | 'everywhere' | null>(null);
  const end = (which: WhichSessions) =>
    mutate(which, {
      onSuccess: ({ ended_count }) => toast.success(text.ended(ended_count)),
      onError: (error) => toast.error(text.notEnded(describeProblem(problem, error))),
      onSettled: () => setAsked(null),
    });
  const sessions = list.data?.items ?? [];
  return (
    <ProfileSection title={text.title}>
      {list.isPending && <ListSkeleton label={text.loading} rows={2} />}
      {list.isError && !list.data && (
        <ErrorState title={text.notLoaded} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {sessions.length > 0 && (
        <ul ref={rows} aria-label={text.list}>
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              isEnding={isPending}
              onEnd={() => end({ id: session.id })}
            />
          ))}
        </ul>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button disabled={isPending || sessions.length < 2} onClick={() => setAsked('others')}>
          {text.endOthers}
        </Button>
        <Button disabled={isPending || sessions.length === 0} onClick={() => setAsked('everywhere')}>
          {text.endAll}
        </Button>
      </div>
      <ConfirmSignOut
        which={asked}
        isEnding={isPending}
        onClose={() => setAsked(null)}
        onConfirm={() => asked && end(asked)}
      />
    </ProfileSection>
  );
}
