'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { signInWith } from '@/lib/client/session/sign-in';
import { useSignInText } from '@/lib/client/session/sign-in-text';
import { useIsHydrated } from './use-is-hydrated';

export function LoginForm({ goTo }: { goTo: string }) {
  const text = useSignInText();
  const form = useForm({ defaultValues: { email: '', password: '' } });
  const [problem, setProblem] = useState<string | null>(null);
  const isReady = useIsHydrated();
  const { errors, isSubmitting } = form.formState;

  async function submit({ email, password }: { email: string; password: string }): Promise<void> {
    setProblem(null);
    const outcome = await signInWith({ email: email.trim(), password });
    if (outcome.kind !== 'signed-in') {
      setProblem(outcome.kind === 'wait' ? text.wait(outcome.seconds) : text[outcome.kind]);
      form.setFocus('password', { shouldSelect: true });
      return;
    }
    // A whole page load: nothing of a former user of this tab is left in memory.
    window.location.assign(goTo);
    await new Promise(() => {});
  }

  return (
    <form
      method="post"
      noValidate
      className="grid gap-4"
      onSubmit={(event) => void form.handleSubmit(submit)(event)}
    >
      <Field label={text.email} error={errors.email?.message}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            {...form.register('email', { validate: (email) => email.trim() !== '' || text.enterEmail })}
          />
        )}
      </Field>
      <Field label={text.password} error={errors.password?.message}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="current-password"
            {...form.register('password', { required: text.enterPassword })}
          />
        )}
      </Field>
      <div role="alert" className="text-danger empty:hidden">
        {problem}
      </div>
      <Button look="primary" type="submit" disabled={!isReady || isSubmitting}>
        {isSubmitting ? text.signingIn : text.signIn}
      </Button>
      <a href="/forgot-password" className="justify-self-start py-1 text-accent hover:underline">
        {text.forgot}
      </a>
    </form>
  );
}
