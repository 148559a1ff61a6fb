import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { timetableKeys } from '../timetable/timetable-keys';
import type { EntryDraft } from './change-entry';

const fetchShape = () => import('@/lib/contracts/http/plan').then((module) => module.ConflictPreview);
const PAUSE_MS = 200;

/** `POST /api/timetables/{id}/preview`: the conflicts a class would be in there; asked once the hand rests. */
export function previewOptions(id: string, asked: { entry_id: string; entry: EntryDraft } | null) {
  return queryOptions({
    queryKey: [...timetableKeys.plan(id), 'preview', asked],
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      signal.throwIfAborted();
      const body = asked ?? {};
      const path = `/api/timetables/${encodeURIComponent(id)}/preview`;
      return requestJson(fetchShape, path, { method: 'POST', body, signal });
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}
