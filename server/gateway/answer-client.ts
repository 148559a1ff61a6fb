import { AckRequest, type Synced, SyncRequest } from '@/lib/contracts/pushes/socket';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import type { Listen } from './listen-to-client';

/** What a client may ask for. Whose data it is comes from its session, never from the request. */
export interface AnswerServices {
  sync(userId: string, after: string | null): Promise<Synced>;
  acknowledge(session: SignedIn, notificationIds: readonly string[]): Promise<void>;
}

/** Answers `sync` and `notification:ack`. Anything else a client sends is not heard. */
export function answerClient(on: Listen, session: SignedIn, services: AnswerServices): void {
  const { userId } = session;
  on('sync', SyncRequest, ({ after }) => services.sync(userId, after ?? null));
  on('notification:ack', AckRequest, async ({ ids }) => {
    await services.acknowledge(session, ids);
    return null;
  });
}
