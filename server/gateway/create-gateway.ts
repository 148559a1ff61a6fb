import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { type Room, roomsOfSession } from '@/lib/contracts/pushes/rooms';
import type { PushName, PushPayload } from '@/lib/contracts/pushes/socket';
import type { Authenticate, SignedIn } from '@/lib/domain/session/authenticate';
import type { Logger } from '@/lib/infra/logger/logger';
import type { Desk } from '@/server/desk/create-desk';
import { createOriginCheck } from './allow-origin';
import { type AnswerServices, answerClient } from './answer-client';
import { answerConversations, type ConversationServices, recheckConversations } from './answer-conversations';
import { answerDesk } from './answer-desk';
import { dropSlowSockets, SLOW, type SlowLimits } from './drop-slow-sockets';
import type { GatewayServer, GatewaySocket } from './gateway-socket';
import { listenToClient } from './listen-to-client';
import { settleCourses } from './settle-courses';

export interface Gateway {
  /** Sends one push to every socket of this process in any of `rooms` and none of `except`, each once, encoded once. */
  push<N extends PushName>(
    rooms: readonly Room[],
    name: N,
    payload: PushPayload<N>,
    except?: readonly Room[],
  ): void;
  /** Asks every socket of this process to sync: some pushes may have been missed. */
  askToSync(): void;
  /** Tells the sockets of the rooms that their session is over, and closes them. */
  endSessions(rooms: readonly Room[], reason: string): void;
  /** Closes the connections of the rooms so that the clients come back at once and are judged anew (role, department). */
  reconnect(rooms: readonly Room[]): void;
  /** Looks anew which courses the sockets of the rooms belong to. */
  settleCourses(rooms: readonly Room[]): void;
  /** Looks anew whether the users of the rooms are still in the conversations that their sockets have open. */
  settleConversations(rooms: readonly Room[]): void;
  connectedSockets(): number;
  /** The sessions with a socket in this process, each once. */
  openSessions(): string[];
  close(): Promise<void>;
}

/** The largest packet a client may send: acknowledgements and cursors are small. */
const MAX_PACKET_BYTES = 64 * 1024;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** Between two looks at a session whose time is over by this clock, and not by the database's. */
const SHORTEST_TIMER_MS = 100;

/** The Socket.IO server at `/socket.io` of `http`: who may connect, which rooms they are in, what they may ask. */
export function createGateway(options: {
  http: HttpServer;
  allowedOrigins: readonly string[];
  authenticate: (cookieHeader: string | undefined) => Promise<SignedIn | null>;
  services: AnswerServices;
  /** The rooms of a user's courses. Without it nobody is in one. */
  courseRooms?: (session: SignedIn) => Promise<Room[]>;
  /** Without them, no conversation can be opened. */
  conversations?: ConversationServices;
  /** When a socket that has stopped reading is cut. */
  slow?: SlowLimits;
  /** Without one, the desk's requests are not heard. */
  desk?: Desk;
  logger: Logger;
  onPush?: (name: PushName) => void;
}): Gateway {
  const { logger } = options;
  const courseRooms = options.courseRooms ?? (async () => []);
  const settle = (socket: GatewaySocket) =>
    settleCourses(socket, courseRooms, (error) =>
      logger.warn(
        { err: error, userId: socket.data.session.userId },
        'the rooms of a user could not be found',
      ),
    );
  const recheck = (socket: GatewaySocket) => {
    if (!options.conversations) return;
    recheckConversations(socket, options.conversations.see).catch((error: unknown) => {
      logger.warn({ err: error }, 'what a user may have open could not be looked up');
      // It comes back, and is judged then.
      socket.conn.close();
    });
  };
  const originAllowed = createOriginCheck(options.allowedOrigins);
  const io: GatewayServer = new Server(options.http, {
    addTrailingSlash: false,
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MAX_PACKET_BYTES,
    allowRequest: (request, decide) => decide(null, originAllowed(request)),
  });

  io.use((socket, next) => {
    options.authenticate(socket.request.headers.cookie).then(
      (session) => {
        if (!session) return next(new Error('unauthenticated'));
        socket.data.session = session;
        next();
      },
      (error: unknown) => {
        logger.warn({ err: error }, 'handshake could not be judged');
        next(new Error('unavailable'));
      },
    );
  });

  io.on('connection', (socket) => {
    const { session } = socket.data;
    void socket.join(roomsOfSession(session));
    settle(socket);
    const stopWaiting = endWhenExpired(socket, session.expiresAt, options.authenticate);
    socket.on('disconnect', stopWaiting);
    const on = listenToClient(socket, session.userId, logger);
    answerClient(on, session, {
      ...options.services,
      // What was pushed to the courses before the socket was in their rooms is in what it fetches after this answer.
      sync: async (userId, after) => {
        await socket.data.settled;
        return options.services.sync(userId, after);
      },
    });
    if (options.conversations) answerConversations(socket, on, session.userId, options.conversations);
    if (options.desk) answerDesk(socket, on, { desk: options.desk, authenticate: options.authenticate });
  });

  const stopDropping = dropSlowSockets(io, options.slow ?? SLOW, ({ data }) =>
    logger.warn({ userId: data.session.userId }, 'a socket that does not read is cut'),
  );

  return {
    push(rooms, name, payload, except = []) {
      if (rooms.length === 0) return;
      options.onPush?.(name);
      // The payload's type belongs to the name; TypeScript cannot see that through the generic emit.
      const target: { emit(name: string, payload: unknown): void } = io.local
        .to([...rooms])
        .except([...except]);
      target.emit(name, payload);
    },
    askToSync: () => void io.local.emit('sync:needed', {}),
    endSessions(rooms, reason) {
      if (rooms.length === 0) return;
      io.local.to([...rooms]).emit('session:ended', { reason });
      io.local.in([...rooms]).disconnectSockets(true);
    },
    reconnect(rooms) {
      for (const socket of socketsIn(io, rooms)) socket.conn.close();
    },
    settleCourses(rooms) {
      for (const socket of socketsIn(io, rooms)) {
        settle(socket);
        recheck(socket);
      }
    },
    settleConversations(rooms) {
      for (const socket of socketsIn(io, rooms)) recheck(socket);
    },
    connectedSockets: () => io.sockets.sockets.size,
    openSessions: () => [
      ...new Set([...io.sockets.sockets.values()].map((socket) => socket.data.session.sessionId)),
    ],
    async close() {
      stopDropping();
      await io.close();
    },
  };
}

/** Ends the socket with its session, which may have been extended meanwhile. */
function endWhenExpired(socket: GatewaySocket, expiresAt: Date, authenticate: Authenticate): () => void {
  let timer: NodeJS.Timeout;
  const wait = (until: Date) => {
    timer = setTimeout(
      look,
      Math.min(Math.max(until.getTime() - Date.now(), SHORTEST_TIMER_MS), LONGEST_TIMER_MS),
    ).unref();
  };
  const look = () => {
    authenticate(socket.request.headers.cookie).then(
      (session) => (session ? wait(session.expiresAt) : end(socket, 'expired')),
      // Cannot be judged now: it comes back and is judged then.
      () => socket.conn.close(),
    );
  };
  wait(expiresAt);
  return () => clearTimeout(timer);
}

function end(socket: GatewaySocket, reason: string): void {
  socket.emit('session:ended', { reason });
  socket.disconnect(true);
}

function socketsIn(io: GatewayServer, rooms: readonly Room[]): GatewaySocket[] {
  const ids = new Set(rooms.flatMap((room) => [...(io.sockets.adapter.rooms.get(room) ?? [])]));
  return [...ids].flatMap((id) => io.sockets.sockets.get(id) ?? []);
}
