import { Me } from '@/lib/contracts/http/me';
import { userRoute } from '../route-wrapper';

export const GET = userRoute(
  { summary: 'Who is signed in', tag: 'session', access: 'signed-in', result: Me },
  async ({ user }) => {
    const { userId: id, name, email, role, department, sessionId: session_id } = user;
    return { id, name, email, role, department, session_id };
  },
);
