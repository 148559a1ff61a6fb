import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@/lib/contracts/pushes/socket';
import type { SignedIn } from '@/lib/domain/session/authenticate';

interface SocketData {
  /** Set by the handshake; a socket without it is not let in. */
  session: SignedIn;
  /** Resolves when the socket is in the rooms of its user's courses; set with the connection. */
  settled?: Promise<void>;
  /** The conversations that this screen shows, and whether the others may see that. */
  openConversations?: ReadonlyMap<string, boolean>;
  closeConversation?: (conversationId: string) => void;
}

type NoServerEvents = Record<string, never>;

export type GatewayServer = Server<ClientToServer, ServerToClient, NoServerEvents, SocketData>;
export type GatewaySocket = Socket<ClientToServer, ServerToClient, NoServerEvents, SocketData>;
