import type { ReactNode } from 'react';
import { Button } from './button';

interface NewerNoteProps {
  text: { readonly title: string; readonly take: string; readonly keep: string };
  onTake: () => void;
  onKeep: () => void;
  /** What the other version says. */
  children?: ReactNode;
}

/** Somebody else has saved it meanwhile: whoever is late takes that version or keeps the own one. */
export function NewerNote({ text, onTake, onKeep, children }: NewerNoteProps) {
  return (
    <div role="alert" className="grid gap-2 rounded-md border border-warn p-3">
      <p className="font-strong">{text.title}</p>
      {children}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTake}>{text.take}</Button>
        <Button onClick={onKeep}>{text.keep}</Button>
      </div>
    </div>
  );
}
