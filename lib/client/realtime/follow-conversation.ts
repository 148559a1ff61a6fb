import type { LiveConversation } from '../conversation/live-conversation';
import type { RealtimeSocket } from './create-socket';

/** A writer says so again this often, ms. */
const SAY_EVERY_MS = 3_000;
const ANSWER_WITHIN_MS = 10_000;

/** It is said again by itself: at the next letter, or with the next connection. */
const unanswered = () => undefined;

/**
 * Tells the gateway which conversation is on this screen and whether the reader writes in it; again after each reconnection.
 * Returns what ends it.
 */
export function followConversation(socket: RealtimeSocket, live: LiveConversation): () => void {
  let told: string | null = null;
  let saying: ReturnType<typeof setInterval> | undefined;
  const patient = () => socket.timeout(ANSWER_WITHIN_MS);

  function tellOpen(): void {
    if (!socket.connected) return;
    const wanted = live.open.get();
    if (told === wanted) return;
    if (told !== null)
      void patient().emitWithAck('conversation:close', { conversation_id: told }).catch(unanswered);
    told = wanted;
    if (wanted === null) return;
    patient()
      .emitWithAck('conversation:open', { conversation_id: wanted })
      .then((answer) => {
        if (answer.ok) live.hearPresence({ conversation_id: wanted, ...answer.data });
      }, unanswered);
  }

  function tellTyping(): void {
    clearInterval(saying);
    const conversation_id = live.open.get();
    if (conversation_id === null) return;
    const say = (is_typing: boolean) => {
      if (socket.connected)
        void patient().emitWithAck('conversation:type', { conversation_id, is_typing }).catch(unanswered);
    };
    say(live.isTyping.get());
    if (live.isTyping.get()) saying = setInterval(() => say(true), SAY_EVERY_MS);
  }

  const onConnect = () => {
    told = null;
    tellOpen();
  };
  const ends = [live.open.subscribe(tellOpen), live.isTyping.subscribe(tellTyping)];
  socket.on('connect', onConnect);
  socket.on('disconnect', live.forget);
  return () => {
    clearInterval(saying);
    socket.off('connect', onConnect);
    for (const end of ends) end();
    live.forget();
  };
}
