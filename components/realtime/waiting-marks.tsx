import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hasKeptMarks } from '@/lib/client/attendance/kept-queue';
import { reportFault } from '@/lib/client/realtime/report-fault';
import { useMe } from '@/lib/client/session/me-context';

/** Marks that a page has left unsent go out, whichever page is opened next. */
export function WaitingMarks() {
  const { id, session_id } = useMe();
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!hasKeptMarks(id)) return;
    import('@/lib/client/attendance/use-mark-sender').then(
      ({ senderOf }) => void senderOf(queryClient, id, session_id),
      (error: unknown) => reportFault({ kind: 'offline.unavailable', detail: String(error) }),
    );
  }, [id, session_id, queryClient]);
  return null;
}
