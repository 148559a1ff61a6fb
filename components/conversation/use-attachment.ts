import { useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import { toast } from '@/components/ui/toast';
import { useConversationText } from '@/lib/client/conversation/conversation-text';
import { useHandInFile } from '@/lib/client/conversation/hand-in-file';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { MessageFileView } from '@/lib/contracts/http/conversation';

const MOST_BYTES = 5 * 1024 * 1024;

/** A file that goes with the next message: handed in at once, so that what is wrong with it is said before it is sent. */
export function useAttachment(conversationId: string) {
  const { composer: text, problems } = useConversationText();
  const { problem } = useText();
  const { mutate } = useHandInFile(conversationId);
  const [file, setFile] = useState<MessageFileView | null>(null);
  const [pendingName, setPendingName] = useState<string | null>(null);
  /** Which of the chosen ones is wanted: a slow one may be given up for another. */
  const wanted = useRef('');

  function take(chosen: File): void {
    if (chosen.size > MOST_BYTES) {
      toast.error(text.tooBig);
      return;
    }
    const key = newId();
    wanted.current = key;
    setFile(null);
    setPendingName(chosen.name);
    mutate(
      { file: chosen, key },
      {
        onSuccess: (handedIn) => {
          if (wanted.current === key) setFile(handedIn);
        },
        onError: (error) =>
          toast.error(text.notAttached(chosen.name, describeProblem(problem, error, problems))),
        onSettled: () => {
          if (wanted.current === key) setPendingName(null);
        },
      },
    );
  }

  return {
    file,
    /** The name of one that is being handed in. */
    pendingName,
    choose(): void {
      const input = document.createElement('input');
      input.type = 'file';
      input.addEventListener('change', () => {
        const chosen = input.files?.[0];
        if (chosen) take(chosen);
      });
      input.click();
    },
    remove(): void {
      wanted.current = '';
      setFile(null);
      setPendingName(null);
    },
  };
}
