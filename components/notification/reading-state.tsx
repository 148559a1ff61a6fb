import { clsx } from 'clsx';
import { useText } from '@/lib/client/text/text-context';

/** A dot before what is new to its reader. What is unread stands in strong letters beside it. */
export function NewDot({ isNew }: { isNew: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={clsx('mt-1.75 ml-1 size-2 shrink-0 rounded-full', isNew ? 'bg-accent' : 'bg-transparent')}
    />
  );
}

/** The same in words, for who does not see it; nothing for what is read. */
export function useReadingState(isNew: boolean, isUnread: boolean): string | undefined {
  const { unseen, unread } = useText().inbox;
  const words = [isNew && unseen, isUnread && unread].filter(Boolean).join(', ');
  return words === '' ? undefined : words;
}
