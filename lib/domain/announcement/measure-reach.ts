import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { Reach } from '@/lib/contracts/http/reach';
import type { SqlTx } from '@/lib/infra/db/sql';
import { DomainProblem } from '../problem';
import { countReach } from '../reach/queries';
import type { SignedIn } from '../session/authenticate';
import { findReminder } from './find-reminder';
import { seesAll } from './policy';
import { readAnnouncement } from './queries';

/**
 * How far an announcement has come, for its author and administrators.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden` for a reader
 */
export async function measureReach(sql: SqlTx, actor: SignedIn, id: string): Promise<Reach> {
  const announcement = await readAsAuthor(sql, actor, id);
  const measured = (await countReach(sql, [announcement.id])).get(announcement.id);
  if (!measured) throw new DomainProblem('resource.not_found');
  return {
    announcement_id: announcement.id,
    acknowledgement_required: announcement.acknowledgement_required,
    counts: measured.counts,
    reminder: await findReminder(sql, announcement.id),
  };
}

/** The boards of several announcements, by id; of those that are there. */
export async function measureBoards(sql: SqlTx, ids: readonly string[]) {
  const measured = await countReach(sql, ids);
  const boards = [...measured].map(async ([id, board]) => {
    return [id, { ...board, reminder: await findReminder(sql, id) }] as const;
  });
  return new Map(await Promise.all(boards));
}

/**
 * An announcement of which the actor may see how far it has come, also where it may not be changed any more.
 * @throws {DomainProblem} `resource.not_found`, `auth.forbidden` for a reader
 */
export async function readAsAuthor(sql: SqlTx, actor: SignedIn, id: string): Promise<AnnouncementView> {
  const announcement = await readAnnouncement(sql, actor, id);
  if (!seesAll(actor) && announcement.created_by.id !== actor.userId)
    throw new DomainProblem('auth.forbidden');
  return announcement;
}
