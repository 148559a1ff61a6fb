'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { type SignInOutcome, signInWith } from '@/lib/client/session/sign-in';

const Credentials = z.object({
  email: z.string().trim().min(1, 'Enter your email address'),
  password: z.string().min(1, 'Enter your password'),
});

const problemOf: Record<Exclude<SignInOutcome, 'signed-in'>, string> = {
  wrong: 'Wrong email or password.',
  unreachable: 'The server could not be reached. What you typed is still here; try again in a moment.',
};

export function LoginForm({ goTo }: { goTo: string }) {
  const form = useForm({ resolver: zodResolver(Credentials), defaultValues: { email: '', password: '' } });
  const [problem, setProblem] = useState<string | null>(null);
  const isReady = useIsHydrated();
  const { errors, isSubmitting } = form.formState;

  async function submit(credentials: z.output<typeof Credentials>): Promise<void> {
    setProblem(null);
    const outcome = await signInWith(credentials);
    if (outcome !== 'signed-in') {
      setProblem(problemOf[outcome]);
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
      <Field label="Email" error={errors.email?.message}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            {...form.register('email')}
          />
        )}
      </Field>
      <Field label="Password" error={errors.password?.message}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="current-password"
            {...form.register('password')}
          />
        )}
      </Field>
      <div role="alert" className="text-danger empty:hidden">
        {problem}
      </div>
      <Button look="primary" type="submit" disabled={!isReady || isSubmitting}>
        {isSubmitting ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}

/** Before the page has come alive, a press of the button would be the browser's own and lost. */
function useIsHydrated(): boolean {
  const [isHydrated, setIsHydrated] = useState(false);
  useEffect(() => setIsHydrated(true), []);
  return isHydrated;
}
