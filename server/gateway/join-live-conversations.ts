import type { SqlTx } from '@/lib/infra/db/sql';
import { openLiveBus } from '@/lib/infra/live/live-bus';
import { presenceRoom, typingRoom } from './answer-conversations';
import type { Gateway } from './create-gateway';
import { createLiveConversations, type LiveConversations } from './live-conversations';

export interface JoinedLive {
  readonly live: LiveConversations;
  stop(): Promise<void>;
}

/** Joins who writes and who is here in this process with the other ones by the bus, and tells the screens of this one. */
export function joinLiveConversations(options: {
  /** This process's name among the others. */
  instanceId: string;
  databaseUrl: string;
  sql: SqlTx;
  push: Gateway['push'];
  onError: (error: unknown) => void;
}): JoinedLive {
  const { instanceId, databaseUrl, sql, push, onError } = options;
  const live = createLiveConversations({
    instanceId,
    say: (message) => bus.say(message),
    tellTyping: (conversation_id, user_id, is_typing) => {
      const told = { conversation_id, user_id, is_typing };
      push([typingRoom(conversation_id)], 'conversation:typing', told, [`user:${user_id}`]);
    },
    tellPresence: (conversation_id, present_ids) =>
      push([presenceRoom(conversation_id)], 'conversation:presence', { conversation_id, present_ids }),
  });
  const bus = openLiveBus({ databaseUrl, sql, hear: live.hear, onError });
  return {
    live,
    async stop() {
      live.stop();
      await bus.stop();
    },
  };
}
