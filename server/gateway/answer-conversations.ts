import type { Room } from '@/lib/contracts/pushes/rooms';
import { OpenConversation, TypeInConversation } from '@/lib/contracts/pushes/socket';
import type { GatewaySocket } from './gateway-socket';
import { type Listen, Refused } from './listen-to-client';
import type { LiveConversations } from './live-conversations';

/** What of a conversation somebody in it shows of themselves, and sees of the others; `null`: they are not in it. */
export type SeeConversation = (
  userId: string,
  conversationId: string,
) => Promise<{ typing: boolean; presence: boolean } | null>;

export interface ConversationServices {
  readonly see: SeeConversation;
  readonly live: LiveConversations;
}

/** As many as one screen may have open at once: tabs have one each. */
const MOST_OPEN = 20;

/** The rooms of those who have a conversation open and see who writes, or who is here. */
export const typingRoom = (id: string): Room => `conversation:${id}:typing`;
export const presenceRoom = (id: string): Room => `conversation:${id}:presence`;
const roomsOf = (id: string): Room[] => [`conversation:${id}`, typingRoom(id), presenceRoom(id)];

/** Answers `conversation:open`, `close` and `type`: whether they are in it is looked up each time. */
export function answerConversations(
  socket: GatewaySocket,
  on: Listen,
  userId: string,
  services: ConversationServices,
): void {
  const { see, live } = services;
  /** The conversations that are open on this screen, and whether the others see it. */
  const open = new Map<string, boolean>();
  socket.data.openConversations = open;

  function close(id: string): void {
    const shown = open.get(id);
    if (shown === undefined) return;
    open.delete(id);
    for (const room of roomsOf(id)) void socket.leave(room);
    live.close(id, userId, shown);
  }
  socket.data.closeConversation = close;
  socket.on('disconnect', () => {
    for (const id of [...open.keys()]) close(id);
  });

  on('conversation:open', OpenConversation, async ({ conversation_id }) => {
    const id = conversation_id.toLowerCase();
    const seen = await see(userId, id);
    if (!seen) throw new Refused('not_found');
    if (!open.has(id) && open.size >= MOST_OPEN) throw new Refused('forbidden');
    close(id);
    if (!socket.connected) return { present_ids: [] };
    open.set(id, seen.presence);
    void socket.join([
      `conversation:${id}`,
      ...(seen.typing ? [typingRoom(id)] : []),
      ...(seen.presence ? [presenceRoom(id)] : []),
    ]);
    live.open(id, userId, seen.presence);
    return { present_ids: seen.presence ? live.present(id) : [] };
  });
  on('conversation:close', OpenConversation, async ({ conversation_id }) => {
    close(conversation_id.toLowerCase());
    return null;
  });
  on('conversation:type', TypeInConversation, async ({ conversation_id, is_typing }) => {
    const id = conversation_id.toLowerCase();
    if (!open.has(id)) throw new Refused('not_found');
    const seen = await see(userId, id);
    if (!seen) {
      close(id);
      throw new Refused('not_found');
    }
    if (seen.typing) live.type(id, userId, is_typing);
    return null;
  });
}

/** Looks again whether a screen's user is still in what it has open; what they are not in it does not show any more. */
export async function recheckConversations(socket: GatewaySocket, see: SeeConversation): Promise<void> {
  const { openConversations, closeConversation, session } = socket.data;
  for (const id of [...(openConversations?.keys() ?? [])])
    if (!(await see(session.userId, id))) closeConversation?.(id);
}
