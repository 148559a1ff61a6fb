import type { Me } from '@/lib/contracts/http/me';
import type { SignedIn } from './authenticate';

/** Who is signed in, as the API and the pages tell it. */
export function presentMe(
  user: SignedIn,
  rights: Pick<Me, 'may_announce' | 'may_announce_to_department'>,
): Me {
  const { userId: id, name, email, role, department, sessionId: session_id } = user;
  const session_expires_at = user.expiresAt.toISOString();
  const own = { locale: user.locale, time_zone: user.timeZone };
  return { id, name, email, role, department, session_id, session_expires_at, ...own, ...rights };
}
