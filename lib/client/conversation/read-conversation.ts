import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ConversationList } from '@/lib/contracts/http/conversation';
import { changeItems, type Pages } from '../http/page-items';
import { patchQueries } from '../http/patch-query';
import { requestJson } from '../http/request-json';
import { conversationKeys } from './conversation-keys';

type Row = ConversationList['items'][number];

const fetchShape = () =>
  import('@/lib/contracts/http/conversation').then((module) => module.ConversationRead);

/** Messages that follow each other quickly are read by one request, ms. */
const GATHER_MS = 400;

/**
 * `POST /api/conversations/{id}/read`, as far as the reader has the newest in sight; what is read is not counted any more.
 * Told again each time it is opened: it may have been marked as unread meanwhile.
 */
export function useReadConversation(id: string, seq: number, isInSight: boolean): void {
  const queryClient = useQueryClient();
  /** The furthest that was told: it only grows. */
  const told = useRef(0);
  useEffect(() => {
    if (!isInSight || seq <= told.current) return;
    const timer = setTimeout(() => {
      const before = told.current;
      told.current = seq;
      read(queryClient, id, seq).catch(() => {
        // Told again with the next message, or when the conversation is opened the next time.
        told.current = before;
      });
    }, GATHER_MS);
    return () => clearTimeout(timer);
  }, [queryClient, id, seq, isInSight]);
}

async function read(queryClient: QueryClient, id: string, seq: number): Promise<void> {
  patchQueries<Pages<Row>>(queryClient, conversationKeys.lists, (data) =>
    changeItems(data, (row) =>
      row.id === id && row.last_seq <= seq
        ? { ...row, read_seq: seq, unread_count: 0, is_mentioned: false }
        : row,
    ),
  );
  await requestJson(fetchShape, `/api/conversations/${encodeURIComponent(id)}/read`, {
    method: 'POST',
    body: { seq },
  });
  await queryClient.invalidateQueries({ queryKey: conversationKeys.unreadCount });
}
