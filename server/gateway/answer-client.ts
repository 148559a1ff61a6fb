import type * as z from 'zod';
import { AckRequest, type Answer, type Synced, SyncRequest } from '@/lib/contracts/pushes/socket';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import type { Logger } from '@/lib/infra/logger/logger';
import type { GatewaySocket } from './gateway-socket';

/** What a client may ask for. Whose data it is comes from its session, never from the request. */
export interface AnswerServices {
  sync(userId: string, after: string | null): Promise<Synced>;
  acknowledge(session: SignedIn, notificationIds: readonly string[]): Promise<void>;
}

/** Answers `sync` and `notification:ack` on one socket. Anything else a client sends is not heard. */
export function answerClient(
  socket: GatewaySocket,
  session: SignedIn,
  services: AnswerServices,
  logger: Logger,
): void {
  const { userId } = session;
  // What arrives is whatever the client sent, so each handler takes unknowns.
  const on = <S extends z.ZodType, T>(name: string, request: S, work: (input: z.output<S>) => Promise<T>) => {
    const listen: { on(name: string, listener: (input: unknown, answer: unknown) => void): unknown } = socket;
    listen.on(name, (input, answer) => {
      const reply = (value: Answer<T>) => {
        if (typeof answer === 'function') answer(value);
      };
      const parsed = request.safeParse(input);
      if (!parsed.success) return reply({ ok: false, code: 'invalid' });
      work(parsed.data).then(
        (data) => reply({ ok: true, data }),
        (error: unknown) => {
          logger.warn({ err: error, request: name, userId }, 'a client could not be answered');
          reply({ ok: false, code: 'unavailable' });
        },
      );
    });
  };

  on('sync', SyncRequest, ({ after }) => services.sync(userId, after ?? null));
  on('notification:ack', AckRequest, async ({ ids }) => {
    await services.acknowledge(session, ids);
    return null;
  });
}
