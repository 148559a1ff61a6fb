'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { resetPassword } from '@/lib/client/session/change-password';
import { describeSecretProblem } from '@/lib/client/session/describe-secret-problem';
import { useSecurityText } from '@/lib/client/session/security-text';
import { useSignInText } from '@/lib/client/session/sign-in-text';
import { useText } from '@/lib/client/text/text-context';

/** Sets a password by the token of a mailed link. It is taken out of the address as soon as it is read. */
export function ResetPasswordForm() {
  const words = useText().problem;
  const session = useSignInText();
  const security = useSecurityText();
  const text = security.reset;
  const [token, setToken] = useState<string | null>(null);
  const [isDone, setIsDone] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [wrong, setWrong] = useState<{ field: string | null; message: string } | null>(null);
  useEffect(() => {
    const given = window.location.hash.slice(1);
    if (given !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
    // Effects may run twice while developing: the second time the address is bare already.
    setToken((last) => last || given);
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    if (password === '') return setWrong({ field: 'password', message: session.enterPassword });
    setWrong(null);
    setIsSaving(true);
    try {
      await resetPassword(token ?? '', password);
      setIsDone(true);
    } catch (error) {
      setWrong(describeSecretProblem(security, words, error));
    }
    setIsSaving(false);
  }

  if (isDone || token === '')
    return (
      <div className="grid justify-items-start gap-4">
        <p role="status">{isDone ? text.done : text.noToken}</p>
        <Button look="primary" asChild>
          <a href={isDone ? '/login' : '/forgot-password'}>{isDone ? text.signIn : text.askAgain}</a>
        </Button>
      </div>
    );
  return (
    <form method="post" noValidate className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <p className="text-ink-2">{text.hint}</p>
      <Field
        label={security.password.fresh}
        hint={security.password.hint}
        error={wrong?.field ? wrong.message : undefined}
      >
        {(control) => <Input {...control} name="password" type="password" autoComplete="new-password" />}
      </Field>
      <div role="alert" className="text-danger empty:hidden">
        {wrong && !wrong.field && wrong.message}
      </div>
      <Button look="primary" type="submit" disabled={!token || isSaving}>
        {isSaving ? text.saving : text.save}
      </Button>
      <a href="/forgot-password" className="justify-self-start py-1 text-accent hover:underline">
        {text.askAgain}
      </a>
    </form>
  );
}
