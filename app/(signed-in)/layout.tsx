import type { ReactNode } from 'react';
import { services } from '@/app/api/services';
import { currentUser, homeOf } from '@/app/current-user';
import { describeMe } from '@/app/describe-me';
import { urgentAnnouncements } from '@/app/urgent-announcements';
import { drawPlaces } from '@/components/layout/draw-places';
import { Shell } from '@/components/layout/shell';
import { KeepWhenLoaded } from '@/components/offline/keep-when-loaded';
import { LiveSession } from '@/components/realtime/live-session';

/** One shell and one live connection for all signed-in pages: going from one to another keeps both. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  // The page sends strangers to the log-in; it alone knows its own address, to come back to.
  if (!user) return children;
  const [me, urgent] = await Promise.all([describeMe(user), urgentAnnouncements(user)]);
  return (
    <LiveSession me={me}>
      <Shell home={homeOf[user.role]} places={drawPlaces(user.role)} urgent={urgent}>
        {children}
      </Shell>
      {services().hasWorker && <KeepWhenLoaded />}
    </LiveSession>
  );
}
