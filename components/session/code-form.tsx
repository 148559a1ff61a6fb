'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { describeSecretProblem } from '@/lib/client/session/describe-secret-problem';
import { useSecurityText } from '@/lib/client/session/security-text';
import { useText } from '@/lib/client/text/text-context';
import { useIsHydrated } from './use-is-hydrated';

interface CodeFormProps {
  label: string;
  hint: string;
  action: string;
  look?: 'primary' | 'danger';
  /** Rejects with what is wrong with the code. */
  onCode: (code: string) => Promise<void>;
}

/** Asks for one code. */
export function CodeForm({ label, hint, action, look = 'primary', onCode }: CodeFormProps) {
  const words = useText().problem;
  const text = useSecurityText();
  const isReady = useIsHydrated();
  const [isSending, setIsSending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    if (code === '') return setWrong(text.password.missing);
    setWrong(null);
    setIsSending(true);
    try {
      await onCode(code);
    } catch (error) {
      setWrong(describeSecretProblem(text, words, error).message);
    }
    setIsSending(false);
  }

  return (
    <form method="post" noValidate className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <Field label={label} hint={hint} error={wrong ?? undefined}>
        {(control) => (
          <Input
            {...control}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            maxLength={40}
          />
        )}
      </Field>
      <Button look={look} type="submit" className="justify-self-start" disabled={!isReady || isSending}>
        {action}
      </Button>
    </form>
  );
}
