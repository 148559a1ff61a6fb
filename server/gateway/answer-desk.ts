import type * as z from 'zod';
import { DeskOpen, DeskPlace, DeskUnmask, NothingMore } from '@/lib/contracts/pushes/desk';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import type { Desk } from '@/server/desk/create-desk';
import type { GatewaySocket } from './gateway-socket';
import { type Listen, Refused } from './listen-to-client';

/** Who a cookie belongs to now; `null` when its session is over. */
type Authenticate = (cookieHeader: string | undefined) => Promise<SignedIn | null>;

/**
 * The event desk's requests, for admins alone. Each is judged by what the database says now, not by what the handshake
 * found: a role may be gone whose event is still on its way.
 */
export function answerDesk(
  socket: GatewaySocket,
  on: Listen,
  { desk, authenticate }: { desk: Desk; authenticate: Authenticate },
): void {
  const { headers } = socket.request;

  async function asAdmin(): Promise<SignedIn | null> {
    const session = await authenticate(headers.cookie);
    return session?.role === 'admin' ? session : null;
  }
  const onAdmin = <S extends z.core.$ZodType, T>(
    name: string,
    request: S,
    work: (input: z.output<S>, admin: SignedIn) => Promise<T | null>,
  ) =>
    on(name, request, async (input) => {
      const admin = await asAdmin();
      if (!admin) throw new Refused('forbidden');
      const answer = await work(input, admin);
      if (answer === null) throw new Refused('not_found');
      return answer;
    });

  const viewer = {
    id: socket.id,
    send: (events: Parameters<Parameters<Desk['open']>[0]['send']>[0]) => {
      socket.emit('desk:events', events);
    },
    mayStay: async () => (await asAdmin()) !== null,
    dismiss: () => void socket.emit('desk:closed', {}),
  };

  onAdmin('desk:open', DeskOpen, async (request) => {
    const opened = await desk.open(viewer, request);
    // It may have gone while its history was read.
    if (!socket.connected) desk.leave(socket.id);
    return opened;
  });
  onAdmin('desk:event', DeskPlace, (place) => desk.event(place));
  onAdmin('desk:unmask', DeskUnmask, (request, admin) =>
    desk.unmask(request, {
      actorId: admin.userId,
      sessionId: admin.sessionId,
      userAgent: (headers['user-agent'] ?? '').slice(0, 500),
    }),
  );
  onAdmin('desk:lag', NothingMore, () => desk.lag());
  // Leaving needs no right.
  on('desk:close', NothingMore, async () => {
    desk.leave(socket.id);
    return null;
  });
  socket.on('disconnect', () => desk.leave(socket.id));
}
