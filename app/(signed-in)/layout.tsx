import type { ReactNode } from 'react';
import { homeOf, requireUser } from '@/app/current-user';
import { Shell } from '@/components/layout/shell';
import { LiveSession } from '@/components/realtime/live-session';

/** One shell and one live connection for all signed-in pages: going from one to another keeps both. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const { userId: id, name, email, role, department, sessionId: session_id } = await requireUser('/');
  return (
    <LiveSession me={{ id, name, email, role, department, session_id }}>
      <Shell home={homeOf[role]}>{children}</Shell>
    </LiveSession>
  );
}
