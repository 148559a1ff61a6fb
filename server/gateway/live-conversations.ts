import * as z from 'zod';
import type { LiveBus } from '@/lib/infra/live/live-bus';
import { createPresenceBoard } from './presence-board';

/** Who writes and who is here, over all processes. Nothing of it is kept. */
export interface LiveConversations {
  /** A screen shows a conversation; `shown`: the user lets the others see it. */
  open(conversationId: string, userId: string, shown: boolean): void;
  close(conversationId: string, userId: string, shown: boolean): void;
  type(conversationId: string, userId: string, isTyping: boolean): void;
  present(conversationId: string): string[];
  /** What the bus has brought; anything else is not heard. */
  hear(message: unknown): void;
  stop(): void;
}

/** Every process says again so often what it has open. */
const SAY_AGAIN_MS = 20_000;
/** What a process has not said for so long is not true any more: it is gone. */
const BELIEVED_MS = 3 * SAY_AGAIN_MS;

const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typing'), conversation: z.string(), user: z.string(), is: z.boolean() }),
  z.object({
    kind: z.literal('here'),
    from: z.string(),
    conversation: z.string(),
    users: z.array(z.string()),
  }),
  z.object({ kind: z.literal('ask'), from: z.string(), conversation: z.string() }),
]);
type Message = z.output<typeof Message>;

export function createLiveConversations(options: {
  /** This process's name among the others. */
  instanceId: string;
  say: LiveBus['say'];
  /** To the screens of this process. */
  tellTyping: (conversationId: string, userId: string, isTyping: boolean) => void;
  tellPresence: (conversationId: string, presentIds: string[]) => void;
}): LiveConversations {
  const { instanceId, tellTyping, tellPresence } = options;
  const board = createPresenceBoard();
  const say = (message: Message) => options.say(message);
  const sayHere = (conversation: string) =>
    say({ kind: 'here', from: instanceId, conversation, users: board.here(conversation) });
  const tell = (conversationId: string) => tellPresence(conversationId, board.present(conversationId));

  const again = setInterval(() => {
    for (const conversation of board.openHere()) sayHere(conversation);
    for (const conversation of board.forgetBefore(Date.now() - BELIEVED_MS)) tell(conversation);
  }, SAY_AGAIN_MS).unref();

  return {
    open(conversationId, userId, shown) {
      // Who is there in other processes they say when they are asked.
      say({ kind: 'ask', from: instanceId, conversation: conversationId });
      if (!shown || !board.open(conversationId, userId)) return;
      sayHere(conversationId);
      tell(conversationId);
    },
    close(conversationId, userId, shown) {
      if (!shown || !board.close(conversationId, userId)) return;
      sayHere(conversationId);
      tell(conversationId);
    },
    type: (conversation, user, is) => say({ kind: 'typing', conversation, user, is }),
    present: board.present,
    hear(given) {
      const { data: message } = Message.safeParse(given);
      if (!message) return;
      if (message.kind === 'typing') {
        tellTyping(message.conversation, message.user, message.is);
        return;
      }
      if (message.from === instanceId) return;
      if (message.kind === 'ask') {
        if (board.here(message.conversation).length > 0) sayHere(message.conversation);
        return;
      }
      const before = board.present(message.conversation).join();
      board.hear({
        from: message.from,
        conversationId: message.conversation,
        userIds: message.users,
        at: Date.now(),
      });
      if (board.present(message.conversation).join() !== before) tell(message.conversation);
    },
    stop: () => clearInterval(again),
  };
}
