'use client';

import { Button } from '@/components/ui/button';
import { useWritingText } from '@/lib/client/announcement/writing-text';
import { useWritingForm } from './writing-form';

interface WriteActionsProps {
  /** What the main button does, in words. */
  main: string;
  isSending: boolean;
  isScheduled: boolean;
  /** Left out where it cannot be a draft any more. */
  onSaveDraft: (() => void) | undefined;
}

/** What can be done with what is written. On a phone it stays above the bottom bar, in reach of the thumb. */
export function WriteActions({ main, isSending, isScheduled, onSaveDraft }: WriteActionsProps) {
  const text = useWritingText().save;
  const losesTime = useWritingForm().values.when === 'later';
  const saveDraft = isScheduled ? text.backToDraft : losesTime ? text.saveDraftWithoutTime : text.saveDraft;
  return (
    <div
      data-actions=""
      className="flex flex-wrap gap-2 max-md:sticky max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-md:z-20 max-md:-mx-4 max-md:border-t max-md:bg-surface max-md:px-4 max-md:py-2"
    >
      <Button look="primary" type="submit" disabled={isSending} className="max-w-full max-md:grow">
        <span className="truncate">{isSending ? text.sending : main}</span>
      </Button>
      {onSaveDraft && (
        <Button disabled={isSending} onClick={onSaveDraft}>
          {saveDraft}
        </Button>
      )}
    </div>
  );
}
