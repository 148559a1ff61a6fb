import type { Me } from '@/lib/contracts/http/me';
import type { SignedIn } from './authenticate';

/** Who is signed in, as the API and the pages tell it. */
export function presentMe(user: SignedIn): Me {
  const { userId: id, name, email, role, department, sessionId: session_id } = user;
  return { id, name, email, role, department, session_id, locale: user.locale, time_zone: user.timeZone };
}
