'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { seeNotifications } from '@/lib/client/notification/see-notifications';
import type { NotificationView } from '@/lib/contracts/http/notification';

/** What flies by while scrolling was not seen. */
const aMoment = 700;

/**
 * Reports the rows that stay on screen for a moment, in a page that is in front. Answers which rows are new to the
 * reader: also those that were so when this list showed them, or nobody would ever notice what is new.
 */
export function useReportSeen(onScreen: readonly NotificationView[]): (row: NotificationView) => boolean {
  const queryClient = useQueryClient();
  const since = useRef(new Map<string, number>());
  const reported = useRef(new Set<string>());
  const unseen = onScreen.filter((row) => row.seen_at === null).map((row) => row.id);
  const shown = unseen.join(' ');
  useEffect(() => {
    const ids = shown === '' ? [] : shown.split(' ');
    for (const id of since.current.keys()) if (!ids.includes(id)) since.current.delete(id);
    for (const id of ids) if (!since.current.has(id)) since.current.set(id, Date.now());
    if (ids.length === 0) return;
    const report = () => {
      if (document.visibilityState !== 'visible') return;
      const stayed = ids.filter((id) => Date.now() - (since.current.get(id) ?? Infinity) >= aMoment);
      for (const id of stayed) reported.current.add(id);
      if (stayed.length > 0) seeNotifications(queryClient)(stayed);
    };
    const timer = setTimeout(report, aMoment + 20);
    document.addEventListener('visibilitychange', report);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', report);
    };
  }, [shown, queryClient]);
  return (row) => row.read_at === null && (row.seen_at === null || reported.current.has(row.id));
}
