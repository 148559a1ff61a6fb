import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { useFormat } from '@/lib/client/text/text-context';

/** Above the first message of a day. */
export function DayLine({ at, before }: { at: string; before: string | undefined }) {
  const format = useFormat();
  if (before !== undefined && format.date(at) === format.date(before)) return null;
  return (
    <p className="my-3 flex items-center gap-3 text-sm text-ink-3 tabular-nums">
      <span className="h-px grow bg-line" aria-hidden="true" />
      {format.date(at)}
      <span className="h-px grow bg-line" aria-hidden="true" />
    </p>
  );
}

/** Above what was not read when the conversation was opened. */
export function NewLine() {
  const { thread: text } = useConversationText();
  return (
    <p className="my-2 flex items-center gap-3 text-sm font-strong text-accent">
      <span className="h-px grow bg-accent" aria-hidden="true" />
      {text.unreadFrom}
    </p>
  );
}
