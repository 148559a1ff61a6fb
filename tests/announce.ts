import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { CreateAnnouncement } from '@/lib/contracts/http/announcement';
import { createAnnouncement } from '@/lib/domain/announcement/create-announcement';
import { publishAnnouncement } from '@/lib/domain/announcement/publish-announcement';
import { createAuthenticator } from '@/lib/domain/session/authenticate';
import type { Database } from '@/lib/infra/db/database';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createRelayWake } from '@/lib/infra/outbox/wake-relay';
import { TEST_SECRET, type TestUser } from './campus';

/** What an admin does, by the domain's own functions: as the route handlers, in another process than the BFF. */
export async function createAnnouncer(database: Database, admin: TestUser) {
  const authenticate = createAuthenticator({ database, secret: TEST_SECRET, secureCookies: false });
  const actor = await authenticate(admin.cookie);
  if (!actor) throw new Error('the admin is not signed in');
  const wake = createRelayWake(database.sql, () => undefined);
  const unitOfWork = createUnitOfWork(database, wake);
  return {
    unitOfWork,
    async draft(given: Partial<z.input<typeof CreateAnnouncement>> & { title: string }) {
      const draft = CreateAnnouncement.parse({ content: 'Text of it', target_audience: 'all', ...given });
      return createAnnouncement(unitOfWork, { actor, correlationId: randomUUID(), draft });
    },
    publish: (id: string, correlationId: string = randomUUID()) =>
      publishAnnouncement(unitOfWork, { actor, correlationId, id }),
  };
}
