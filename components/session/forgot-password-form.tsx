'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { forgotPassword } from '@/lib/client/session/change-password';
import { useSecurityText } from '@/lib/client/session/security-text';
import { useSignInText } from '@/lib/client/session/sign-in-text';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { useIsHydrated } from './use-is-hydrated';

/** Asks for a link by mail. What is answered does not tell whether there is such an account. */
export function ForgotPasswordForm() {
  const words = useText().problem;
  const session = useSignInText();
  const text = useSecurityText().forgot;
  const isReady = useIsHydrated();
  const [state, setState] = useState<'asking' | 'sending' | 'sent'>('asking');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    setMissing(email === '');
    setProblem(null);
    if (email === '') return;
    setState('sending');
    try {
      await forgotPassword(email);
      setState('sent');
    } catch (error) {
      setProblem(describeProblem(words, error));
      setState('asking');
    }
  }

  return (
    <div className="grid gap-4">
      {state === 'sent' ? (
        <p role="status">{text.sent}</p>
      ) : (
        <form method="post" noValidate className="grid gap-4" onSubmit={(event) => void submit(event)}>
          <Field label={session.email} hint={text.hint} error={missing ? session.enterEmail : undefined}>
            {(control) => (
              <Input {...control} name="email" type="email" autoComplete="username" autoCapitalize="none" />
            )}
          </Field>
          <div role="alert" className="text-danger empty:hidden">
            {problem}
          </div>
          <Button look="primary" type="submit" disabled={!isReady || state === 'sending'}>
            {state === 'sending' ? text.sending : text.send}
          </Button>
        </form>
      )}
      <a href="/login" className="justify-self-start py-1 text-accent hover:underline">
        {text.back}
      </a>
    </div>
  );
}
