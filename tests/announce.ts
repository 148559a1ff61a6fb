import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import {
  CreateAnnouncement,
  type EditAnnouncement,
  type PublishAnnouncement,
} from '@/lib/contracts/http/announcement-requests';
import { acknowledgeAnnouncement } from '@/lib/domain/announcement/acknowledge-announcement';
import { archiveAnnouncement } from '@/lib/domain/announcement/archive-announcement';
import { createAnnouncement } from '@/lib/domain/announcement/create-announcement';
import { deleteAnnouncement } from '@/lib/domain/announcement/delete-announcement';
import { editAnnouncement } from '@/lib/domain/announcement/edit-announcement';
import { publishAnnouncement } from '@/lib/domain/announcement/publish-announcement';
import { findAnnouncement } from '@/lib/domain/announcement/queries';
import { remindOutstanding } from '@/lib/domain/announcement/remind-outstanding';
import { unscheduleAnnouncement } from '@/lib/domain/announcement/unschedule-announcement';
import { createAuthenticator } from '@/lib/domain/session/authenticate';
import type { Database } from '@/lib/infra/db/database';
import { createUnitOfWork } from '@/lib/infra/outbox/unit-of-work';
import { createRelayWake } from '@/lib/infra/outbox/wake-relay';
import { TEST_SECRET, type TestUser } from './campus';

export type Author = Awaited<ReturnType<typeof createAuthor>>;

/**
 * What a user does with announcements, by the domain's own functions: as the route handlers, in another process than the
 * BFF. Whoever it is: what they may not do is refused.
 */
export async function createAuthor(database: Database, user: TestUser) {
  const authenticate = createAuthenticator({ database, secret: TEST_SECRET, secureCookies: false });
  const actor = await authenticate(user.cookie);
  if (!actor) throw new Error(`${user.name} is not signed in`);
  const unitOfWork = createUnitOfWork(
    database,
    createRelayWake(database.sql, () => undefined),
  );
  const request = (id: string, correlationId: string = randomUUID()) => ({ actor, correlationId, id });
  return {
    actor,
    unitOfWork,
    draft: (given: Partial<z.input<typeof CreateAnnouncement>> & { title: string }) => {
      const draft = CreateAnnouncement.parse({ content: 'Text of it', target_audience: 'all', ...given });
      return createAnnouncement(unitOfWork, { actor, correlationId: randomUUID(), draft });
    },
    find: (id: string) => findAnnouncement(database.sql, actor, id),
    edit: (id: string, ifMatch: number, change: EditAnnouncement) =>
      editAnnouncement(unitOfWork, { ...request(id), ifMatch, change }),
    publish: (id: string, when: PublishAnnouncement = {}, correlationId?: string) =>
      publishAnnouncement(unitOfWork, { ...request(id, correlationId), when }),
    unschedule: (id: string) => unscheduleAnnouncement(unitOfWork, request(id)),
    archive: (id: string, archived: boolean) => archiveAnnouncement(unitOfWork, { ...request(id), archived }),
    remove: (id: string) => deleteAnnouncement(unitOfWork, { ...request(id), reason: '' }),
    acknowledge: (id: string, revision?: number) =>
      acknowledgeAnnouncement(unitOfWork, { ...request(id), revision }),
    remind: (id: string, every: 'once' | 'hour' | 'day' = 'once') =>
      remindOutstanding(unitOfWork, { ...request(id), every }),
  };
}
