import type { Me } from '@/lib/contracts/http/me';
import { announcingRights } from '@/lib/domain/announcement/policy';
import type { SignedIn } from '@/lib/domain/session/authenticate';
import { presentMe } from '@/lib/domain/session/present-me';
import { services } from './api/services';

/** Who is signed in, and what of the product is theirs: the same for pages and for `GET /api/me`. */
export async function describeMe(user: SignedIn): Promise<Me> {
  return presentMe(user, await announcingRights(services().database.sql, user));
}
