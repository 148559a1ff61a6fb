'use client';

import type { ReactNode } from 'react';
import { useId } from 'react';
import { useText } from '@/lib/client/text/text-context';

/** What a control needs to be tied to its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  children: (control: ControlProps) => ReactNode;
}

/** Label, control, hint and error of one field, tied together for those who do not see them. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const id = useId();
  const text = useText().ui;
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const described = [errorId, hintId].filter((each) => each !== undefined).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-strong text-ink">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-3">{text.optional}</span>}
      </label>
      {children({
        id,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': described === '' ? undefined : described,
      })}
      <FieldError id={errorId} message={error} />
      {hint !== undefined && (
        <p id={hintId} className="text-sm text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, message }: { id?: string | undefined; message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p id={id} className="text-sm text-danger">
      {message}
    </p>
  );
}
