'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { DialogWindow } from '@/components/ui/dialog-window';
import { NewerNote } from '@/components/ui/newer-note';
import { useCatalogueText } from '@/lib/client/course/catalogue-text';
import { useDescribeRefusal } from '@/lib/client/course/use-describe-refusal';

/** A field in which what is typed and what somebody else has saved differ. */
export interface Difference {
  label: string;
  mine: string;
  theirs: string;
}

interface EditDialogProps {
  title: string;
  act: string;
  error: Error | null;
  /** What a refusal is called that courses and their catalogue do not know. */
  refusal?: string | undefined;
  isPending: boolean;
  isWide?: boolean;
  /** Somebody else has saved it meanwhile. */
  newer?: { differences: readonly Difference[]; onTake: () => void; onKeep: () => void } | undefined;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the page. Whoever is late sees both versions in it and decides; what was typed stays. */
export function EditDialog(props: EditDialogProps) {
  const { title, act, error, refusal, isPending, isWide = false, newer, onSend, onClose, children } = props;
  const text = useCatalogueText();
  const describe = useDescribeRefusal();
  return (
    <DialogWindow
      open
      onOpenChange={onClose}
      title={title}
      isWide={isWide}
      actions={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form="catalogue-form"
            disabled={isPending || newer !== undefined}
          >
            {act}
          </Button>
        </>
      }
    >
      <form
        id="catalogue-form"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        {children}
      </form>
      {error && !newer && (
        <p role="alert" className="text-danger">
          {refusal ?? describe(error)}
        </p>
      )}
      {newer && <Newer {...newer} />}
    </DialogWindow>
  );
}

function Newer({ differences, onTake, onKeep }: NonNullable<EditDialogProps['newer']>) {
  const { newer: text, none } = useCatalogueText();
  return (
    <NewerNote text={text} onTake={onTake} onKeep={onKeep}>
      <p className="text-sm text-ink-2">{differences.length === 0 ? text.same : text.text}</p>
      {differences.map(({ label, mine, theirs }) => (
        <dl key={label} className="grid grid-cols-2 gap-x-3 border-t pt-1.5">
          {[
            [text.mine, mine],
            [text.theirs, theirs],
          ].map(([whose, value]) => (
            <div key={whose} className="min-w-0">
              <dt className="text-sm text-ink-3">
                {label}, {whose}
              </dt>
              <dd className="wrap-anywhere whitespace-pre-wrap">
                <bdi>{value || none}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </NewerNote>
  );
}
