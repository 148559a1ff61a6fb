import { notFound, redirect } from 'next/navigation';
import { findAuthored } from '@/lib/domain/announcement/find-authored';
import { mayAnnounce } from '@/lib/domain/announcement/policy';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import { services } from './api/services';
import { homeOf, requireUser } from './current-user';

/** For pages where announcements are written: who may not write now is off to the own home. */
export async function requireAuthor(path: string, role: 'faculty' | 'admin'): Promise<SignedIn> {
  const user = await requireUser(path, [role]);
  if (!(await mayAnnounce(services().database.sql, user))) redirect(homeOf[user.role]);
  return user;
}

/** For pages of one announcement's author: for everybody else there is no such page. */
export async function requireAuthorOf(id: string, path: string): Promise<SignedIn> {
  const user = await requireUser(path, ['faculty', 'admin']);
  if (!(await findAuthored(services().database.sql, user, id))) notFound();
  return user;
}
