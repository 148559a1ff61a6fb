import type { MessageView } from '@/lib/contracts/http/conversation';
import { ApiProblem } from '../http/api-problem';
import type { KeptValue } from '../queue/kept-value';
import { type Attempt, isRefusal, type RunningQueue, runQueue } from '../queue/run-queue';
import { createStore, type Store } from '../realtime/create-store';
import { type MessageQueue, nextToSend, noteRefused, type QueuedMessage, without } from './message-queue';

export interface MessageSender {
  queue: Pick<Store<MessageQueue>, 'get' | 'subscribe'>;
  trouble: RunningQueue['trouble'];
  add: (message: QueuedMessage) => void;
  /** One that came back goes out again, under the name it had. */
  sendAgain: (clientId: string) => void;
  discard: (clientId: string) => void;
  retry: () => void;
  stop: () => void;
}

interface Sending {
  kept: KeptValue<QueuedMessage[]>;
  post: (message: QueuedMessage) => Promise<MessageView>;
  /** Told before it leaves the queue: nothing flickers. */
  onSent: (message: MessageView) => void;
  alone: (act: () => Promise<void>) => Promise<void>;
  pause?: (attempt: number) => number;
}

/** Sends messages in the order in which they were written; each is there once, however often it has to be sent. */
export function createMessageSender({ kept, post, onSent, alone, pause }: Sending): MessageSender {
  const queue = createStore<MessageQueue>(kept.read());
  const running = runQueue({ sendFirst, alone, ...(pause && { pause }) });

  /** Read anew each time: another tab may have written. */
  function change(to: (queue: MessageQueue) => QueuedMessage[]): void {
    kept.write(to(kept.read()));
    queue.set(kept.read());
  }

  async function sendFirst(): Promise<Attempt> {
    const next = nextToSend(kept.read());
    if (!next) return 'nothing';
    try {
      const sent = await post(next);
      if (running.isStopped()) return 'nothing';
      onSent(sent);
      change((all) => without(all, next.client_id));
    } catch (error) {
      if (running.isStopped()) return 'nothing';
      if (!(error instanceof ApiProblem)) throw error;
      if (error.code === 'auth.required') {
        // The session is over: nobody is left whose messages these would be.
        change(() => []);
        return 'nothing';
      }
      if (!isRefusal(error)) return 'unanswered';
      change((all) => noteRefused(all, next.client_id, error.code));
    }
    return 'answered';
  }

  const unsubscribe = kept.subscribe(() => {
    queue.set(kept.read());
    running.retry();
  });
  running.retry();

  return {
    queue,
    trouble: running.trouble,
    add(message) {
      change((all) => [...all, message]);
      running.note();
    },
    sendAgain(clientId) {
      change((all) => noteRefused(all, clientId, null));
      running.retry();
    },
    discard: (clientId) => change((all) => without(all, clientId)),
    retry: running.retry,
    stop() {
      running.stop();
      unsubscribe();
    },
  };
}
