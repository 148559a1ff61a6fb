import type { QueryClient } from '@tanstack/react-query';
import type { NotificationView } from '@/lib/contracts/http/notification';
import type { PushName, PushPayload } from '@/lib/contracts/pushes/socket';
import type { LiveConversation } from '../conversation/live-conversation';
import { type AckOutcome, createAckQueue } from './ack-queue';
import { createCatchUp } from './catch-up';
import type { CatchUpMemory } from './catch-up-memory';
import { keepConnected } from './connection';
import type { Connection, Network } from './connection-store';
import type { RealtimeSocket } from './create-socket';
import type { Store } from './create-store';
import { followConversation } from './follow-conversation';
import { createPushApplier } from './push-applier';
import { receivePushes } from './receive-pushes';
import type { ReportFault } from './report-fault';

export interface RealtimeOptions {
  socket: RealtimeSocket;
  queryClient: QueryClient;
  connection: Store<Connection>;
  network: Network;
  memory: CatchUpMemory;
  /** A notification that this tab had not seen has been pushed, and takes back earlier ones. */
  onArrived: (notification: NotificationView, withdraws?: readonly string[]) => void;
  /** Unread ones that came while there was no connection, oldest first. */
  onCaughtUp: (missed: NotificationView[]) => void;
  /** An announcement was published, or a push changed a row that may be on screen. */
  onChanged: (id: string) => void;
  /** There is no session any more: signed out elsewhere, revoked, or expired. */
  onEnded: () => void;
  report: ReportFault;
  /** The conversation that is open on this screen. */
  conversation?: LiveConversation;
}

type Reactions = { [N in PushName]?: (payload: PushPayload<N>, isNew: boolean) => void };

/** Joins the parts: socket -> parse -> cache -> screen -> acknowledgement. Returns what stops all of it at once. */
export function startRealtime(options: RealtimeOptions): () => void {
  const { socket, queryClient, connection, network, memory, report } = options;
  const applier = createPushApplier(queryClient);
  const acks = createAckQueue({
    send: (ids) => acknowledge(socket, ids, report),
    isConnected: () => socket.connected,
  });
  const catchUp = createCatchUp({
    socket,
    applier,
    memory,
    report,
    onArrived: (notification) => {
      acks.add(notification.id);
      options.onChanged(notification.id);
    },
    onCaughtUp: options.onCaughtUp,
  });

  const reactions: Reactions = {
    'notification:created': ({ notification, withdraws }, isNew) => {
      acks.add(notification.id);
      catchUp.remember(notification.id);
      if (!isNew || notification.read_at !== null) return;
      options.onChanged(notification.id);
      options.onArrived(notification, withdraws);
    },
    'announcement:published': ({ announcement }) => options.onChanged(announcement.id),
    'announcement:changed': ({ announcement }) => options.onChanged(announcement.id),
    'timetable:changed': ({ entry_id }) => {
      if (entry_id !== null) options.onChanged(entry_id);
    },
    'message:sent': ({ message }) => options.onChanged(message.id),
    'conversation:typing': (typing) => options.conversation?.hearTyping(typing),
    'conversation:presence': (presence) => options.conversation?.hearPresence(presence),
    'sync:needed': () => catchUp.run(),
    'session:ended': () => end(),
  };
  receivePushes(
    socket,
    (name, payload) => {
      const { isNew } = applier.apply(name, payload);
      reactions[name]?.(payload, isNew);
    },
    report,
  );
  const unfollow = options.conversation && followConversation(socket, options.conversation);
  const disconnect = keepConnected({
    socket,
    store: connection,
    network,
    onConnected: () => {
      catchUp.run();
      acks.flush();
    },
    onUnauthenticated: () => end(),
  });

  function stop(): void {
    unfollow?.();
    disconnect();
    catchUp.stop();
    acks.stop();
    applier.stop();
  }

  function end(): void {
    stop();
    options.onEnded();
  }

  return stop;
}

const answerWithin = 10_000;

async function acknowledge(socket: RealtimeSocket, ids: string[], report: ReportFault): Promise<AckOutcome> {
  try {
    const answer = await socket.timeout(answerWithin).emitWithAck('notification:ack', { ids });
    if (answer.ok) return 'answered';
    if (answer.code === 'unavailable') return 'unanswered';
    report({ kind: 'ack.refused', detail: answer.code });
    return 'refused';
  } catch {
    // No answer in time, or the connection ended: it is sent again.
    return 'unanswered';
  }
}
