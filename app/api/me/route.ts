import type { Me } from '@/lib/contracts/http/me';
import { userRoute } from '../route-wrapper';

export const GET = userRoute({ access: 'signed-in' }, async ({ user }): Promise<Me> => {
  const { userId: id, name, email, role, department, sessionId: session_id } = user;
  return { id, name, email, role, department, session_id };
});
