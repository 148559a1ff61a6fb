import type { PushPayload } from '@/lib/contracts/pushes/socket';
import { createStore } from '../realtime/create-store';

/** Whoever has said nothing for so long writes no more, ms. A writer says so again more often than that. */
const SILENCE_MS = 6_000;

const nobody: readonly string[] = [];

/** The conversation that is open in this tab: who is here, who writes. Nobody's data: it is gone with the connection. */
export function createLiveConversation() {
  const open = createStore<string | null>(null);
  const isTyping = createStore(false);
  const present = createStore(nobody);
  const typing = createStore(nobody);
  const silences = new Map<string, ReturnType<typeof setTimeout>>();

  function stopTyping(userId: string): void {
    clearTimeout(silences.get(userId));
    silences.delete(userId);
    typing.set(typing.get().filter((id) => id !== userId));
  }

  function forget(): void {
    for (const userId of [...silences.keys()]) stopTyping(userId);
    present.set(nobody);
  }

  return {
    open,
    /** Whether the reader writes in it. */
    isTyping,
    present,
    typing,
    show(conversationId: string): void {
      if (open.get() === conversationId) return;
      forget();
      isTyping.set(false);
      open.set(conversationId);
    },
    hide(conversationId: string): void {
      if (open.get() !== conversationId) return;
      forget();
      isTyping.set(false);
      open.set(null);
    },
    hearTyping({ conversation_id, user_id, is_typing }: PushPayload<'conversation:typing'>): void {
      if (conversation_id !== open.get()) return;
      if (!is_typing) {
        stopTyping(user_id);
        return;
      }
      clearTimeout(silences.get(user_id));
      silences.set(
        user_id,
        setTimeout(() => stopTyping(user_id), SILENCE_MS),
      );
      if (!typing.get().includes(user_id)) typing.set([...typing.get(), user_id]);
    },
    hearPresence({ conversation_id, present_ids }: PushPayload<'conversation:presence'>): void {
      if (conversation_id === open.get()) present.set(present_ids);
    },
    /** The connection is gone: nobody knows. */
    forget,
  };
}

export type LiveConversation = ReturnType<typeof createLiveConversation>;

/** The one of this tab. */
export const liveConversation = createLiveConversation();
