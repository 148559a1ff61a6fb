import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hasKept } from '@/lib/client/queue/kept-names';
import { reportFault } from '@/lib/client/realtime/report-fault';
import { useMe } from '@/lib/client/session/me-context';

interface Sending {
  senderOf: (queryClient: QueryClient, userId: string, sessionId: string) => unknown;
}

const fetchMarks = (): Promise<Sending> => import('@/lib/client/attendance/use-mark-sender');
const fetchMessages = (): Promise<Sending> => import('@/lib/client/conversation/use-message-sender');

/** What a page has left unsent goes out, whichever page is opened next. */
export function WaitingQueues() {
  const { id, session_id } = useMe();
  const queryClient = useQueryClient();
  useEffect(() => {
    const start = (fetchSender: () => Promise<Sending>) =>
      fetchSender().then(
        ({ senderOf }) => void senderOf(queryClient, id, session_id),
        (error: unknown) => reportFault({ kind: 'offline.unavailable', detail: String(error) }),
      );
    if (hasKept('marks', id)) void start(fetchMarks);
    if (hasKept('messages', id)) void start(fetchMessages);
  }, [id, session_id, queryClient]);
  return null;
}
