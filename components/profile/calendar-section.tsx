'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import {
  calendarLinkOptions,
  renewCalendarLink,
  revokeCalendarLink,
} from '@/lib/client/calendar/calendar-link';
import { useCalendarText } from '@/lib/client/calendar/calendar-text';
import { useMe } from '@/lib/client/session/me-context';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useFormat, useText } from '@/lib/client/text/text-context';
import { timetableKeys } from '@/lib/client/timetable/timetable-keys';
import { ProfileSection } from './profile-section';

/** The secret address for calendar programs: made, shown once, ended. Administrators have no classes of their own. */
export function CalendarSection() {
  return useMe().role === 'admin' ? null : <Subscription />;
}

function Subscription() {
  const text = useCalendarText();
  const { problem } = useText();
  const format = useFormat();
  const queryClient = useQueryClient();
  const link = useQuery(calendarLinkOptions());
  const [url, setUrl] = useState<string | null>(null);
  const [asked, setAsked] = useState<'renew' | 'revoke' | null>(null);
  const settled = {
    onError: (error: Error) => toast.error(text.notDone(describeProblem(problem, error))),
    onSettled: () => {
      setAsked(null);
      return queryClient.invalidateQueries({ queryKey: timetableKeys.calendar });
    },
  };
  const renew = useMutation({
    mutationFn: renewCalendarLink,
    onSuccess: (made) => setUrl(made.url),
    ...settled,
  });
  const revoke = useMutation({
    mutationFn: revokeCalendarLink,
    onSuccess: () => {
      setUrl(null);
      toast.success(text.revoked);
    },
    ...settled,
  });
  const since = link.data?.created_at ?? null;
  const isBusy = renew.isPending || revoke.isPending;
  return (
    <ProfileSection title={text.title}>
      <div className="grid gap-4 border-b py-4">
        <p className="text-ink-2">{text.about}</p>
        {link.isPending && <ListSkeleton label={text.loading} rows={1} />}
        {link.isError && !link.data && (
          <ErrorState title={text.failed} error={link.error} onRetry={() => void link.refetch()} />
        )}
        {url !== null && <Address url={url} />}
        {since !== null && url === null && <p>{text.since(format.date(since))}</p>}
        {asked !== null && <p role="alert">{text.ends}</p>}
        {link.data && (
          <div className="flex flex-wrap gap-2">
            {since === null && (
              <Button look="primary" disabled={isBusy} onClick={() => renew.mutate()}>
                {text.create}
              </Button>
            )}
            {since !== null && asked === null && (
              <>
                <Button disabled={isBusy} onClick={() => setAsked('renew')}>
                  {text.renew}
                </Button>
                <Button disabled={isBusy} onClick={() => setAsked('revoke')}>
                  {text.revoke}
                </Button>
              </>
            )}
            {asked !== null && (
              <>
                <Button
                  look={asked === 'renew' ? 'primary' : 'danger'}
                  disabled={isBusy}
                  onClick={() => (asked === 'renew' ? renew : revoke).mutate()}
                >
                  {text[asked]}
                </Button>
                <Button disabled={isBusy} onClick={() => setAsked(null)}>
                  {text.keep}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
    </ProfileSection>
  );
}

function Address({ url }: { url: string }) {
  const text = useCalendarText();
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => toast.success(text.copied),
      () => toast.error(text.notCopied),
    );
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 grow">
        <Field label={text.address} hint={text.addressHint}>
          {(control) => (
            <Input {...control} readOnly value={url} onFocus={(event) => event.target.select()} />
          )}
        </Field>
      </div>
      <Button onClick={() => void copy()}>{text.copy}</Button>
    </div>
  );
}
