import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { useCheckInText } from '@/lib/client/check-in/check-in-text';

/** For who cannot scan: the six characters below the QR code. */
export function TypeCode({ onCode }: { onCode: (code: string) => void }) {
  const text = useCheckInText().student;
  const [problem, setProblem] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    setProblem(code === '' ? text.typeFirst : undefined);
    if (code !== '') onCode(code);
  }

  return (
    <form method="post" noValidate className="grid gap-4" onSubmit={submit}>
      <p className="max-w-prose text-ink-2">{text.about}</p>
      <Field label={text.code} error={problem}>
        {(control) => (
          <Input
            {...control}
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={12}
            className="font-mono tracking-widest uppercase"
          />
        )}
      </Field>
      <Button look="primary" type="submit" className="justify-self-start">
        {text.send}
      </Button>
    </form>
  );
}
