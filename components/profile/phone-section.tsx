'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { ErrorState, ListSkeleton } from '@/components/ui/list-states';
import { toast } from '@/components/ui/toast';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { changePhone, phoneOptions, usePhoneText } from '@/lib/client/session/phone';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { ProfileSection } from './profile-section';

/** Where text messages go. */
export function PhoneSection() {
  const text = usePhoneText();
  const kept = useQuery(phoneOptions());
  return (
    <ProfileSection title={text.title}>
      <div className="border-b py-4">
        {kept.isPending && <ListSkeleton label={text.loading} rows={1} />}
        {kept.isError && !kept.data && (
          <ErrorState title={text.failed} error={kept.error} onRetry={() => void kept.refetch()} />
        )}
        {kept.data && <PhoneForm key={kept.data.phone} kept={kept.data.phone} />}
      </div>
    </ProfileSection>
  );
}

function PhoneForm({ kept }: { kept: string }) {
  const text = usePhoneText();
  const { problem } = useText();
  const queryClient = useQueryClient();
  const [phone, setPhone] = useState(kept);
  const { mutate, isPending, error } = useMutation({
    mutationFn: changePhone,
    onSuccess: (saved) => {
      queryClient.setQueryData(phoneOptions().queryKey, saved);
      toast.success(text.saved);
    },
    onError: (fault) => {
      if (!isWrong(fault)) toast.error(text.notSaved(describeProblem(problem, fault)));
    },
  });
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        mutate(phone);
      }}
    >
      <div className="min-w-0 grow">
        <Field label={text.label} hint={text.hint} {...(isWrong(error) && { error: text.wrong })}>
          {(control) => (
            <Input
              {...control}
              type="tel"
              autoComplete="tel"
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" disabled={isPending || phone === kept}>
        {text.save}
      </Button>
    </form>
  );
}

const isWrong = (error: Error | null) => error instanceof ApiProblem && error.status === 422;
