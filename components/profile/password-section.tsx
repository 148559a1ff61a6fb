'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { changePassword } from '@/lib/client/session/change-password';
import { describeSecretProblem } from '@/lib/client/session/describe-secret-problem';
import { useSecurityText } from '@/lib/client/session/security-text';
import { useText } from '@/lib/client/text/text-context';
import { ProfileSection } from './profile-section';

/** Another password, by whoever knows the present one. */
export function PasswordSection() {
  const words = useText().problem;
  const security = useSecurityText();
  const text = security.password;
  const [isChanging, setIsChanging] = useState(false);
  const [wrong, setWrong] = useState<{ field: string | null; message: string } | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const [current, fresh] = [String(given.get('current') ?? ''), String(given.get('fresh') ?? '')];
    if (current === '') return setWrong({ field: 'current_password', message: text.missing });
    if (fresh === '') return setWrong({ field: 'password', message: text.missing });
    setWrong(null);
    setIsChanging(true);
    try {
      await changePassword(current, fresh);
      form.reset();
      toast.success(text.changed);
    } catch (error) {
      setWrong(describeSecretProblem(security, words, error));
    }
    setIsChanging(false);
  }

  const errorAt = (field: string) => (wrong?.field === field ? wrong.message : undefined);
  return (
    <ProfileSection title={text.title}>
      <form
        method="post"
        noValidate
        className="grid max-w-sm justify-items-stretch gap-4 border-b py-4"
        onSubmit={(event) => void submit(event)}
      >
        <Field label={text.current} error={errorAt('current_password')}>
          {(control) => <Input {...control} name="current" type="password" autoComplete="current-password" />}
        </Field>
        <Field label={text.fresh} hint={text.hint} error={errorAt('password')}>
          {(control) => <Input {...control} name="fresh" type="password" autoComplete="new-password" />}
        </Field>
        <div role="alert" className="text-danger empty:hidden">
          {wrong && wrong.field === null && wrong.message}
        </div>
        <Button type="submit" className="justify-self-start" disabled={isChanging}>
          {isChanging ? text.changing : text.change}
        </Button>
      </form>
    </ProfileSection>
  );
}
