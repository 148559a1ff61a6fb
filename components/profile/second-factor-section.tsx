'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CodeForm } from '@/components/session/code-form';
import { EnrolSecondFactor } from '@/components/session/enrol-second-factor';
import { RecoveryCodeList } from '@/components/session/recovery-code-list';
import { Button } from '@/components/ui/button';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { getSecondFactor, removeSecondFactor, renewRecoveryCodes } from '@/lib/client/session/second-factor';
import { useSecurityText } from '@/lib/client/session/security-text';
import type { SecondFactorState } from '@/lib/contracts/http/second-factor';
import { ProfileSection } from './profile-section';

const key = ['me', 'second-factor'];

/** The own second factor: how it stands, and the ways to another state. */
export function SecondFactorSection() {
  const text = useSecurityText().factor;
  const queryClient = useQueryClient();
  const state = useQuery({ queryKey: key, queryFn: getSecondFactor, staleTime: 0 });
  const renew = () => queryClient.invalidateQueries({ queryKey: key });
  return (
    <ProfileSection title={text.title}>
      <div className="border-b py-4">
        {state.isPending && <ListSkeleton label={text.loading} rows={1} />}
        {state.isError && !state.data && (
          <ErrorState title={text.failed} error={state.error} onRetry={() => void state.refetch()} />
        )}
        {state.data &&
          (state.data.is_on ? (
            <TurnedOn state={state.data} onChanged={() => void renew()} />
          ) : (
            <EnrolSecondFactor onDone={() => void renew()} />
          ))}
      </div>
    </ProfileSection>
  );
}

function TurnedOn({ state, onChanged }: { state: SecondFactorState; onChanged: () => void }) {
  const text = useSecurityText().factor;
  const [asked, setAsked] = useState<'renew' | 'remove' | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes)
    return (
      <RecoveryCodeList
        codes={codes}
        onKept={() => {
          setCodes(null);
          setAsked(null);
          onChanged();
        }}
      />
    );
  return (
    <div className="grid gap-4">
      <p>{text.isOn(state.recovery_codes_left)}</p>
      {asked === null ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsked('renew')}>{text.renew}</Button>
          <Button onClick={() => setAsked('remove')}>{text.remove}</Button>
        </div>
      ) : (
        <CodeForm
          key={asked}
          label={text.code}
          hint={text.passHint}
          action={asked === 'renew' ? text.renew : text.remove}
          look={asked === 'renew' ? 'primary' : 'danger'}
          onCode={async (code) => {
            if (asked === 'renew') return setCodes((await renewRecoveryCodes(code)).codes);
            await removeSecondFactor(code);
            toast.success(text.removed);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
