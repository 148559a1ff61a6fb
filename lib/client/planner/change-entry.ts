import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { PlanEntry } from '@/lib/contracts/http/plan';
import type { WriteEntry } from '@/lib/contracts/http/timetable-requests';
import { requestJson } from '../http/request-json';
import { timetableKeys } from '../timetable/timetable-keys';

const shapes = () => import('@/lib/contracts/http/plan');
const fetchWritten = () => shapes().then((module) => module.WrittenEntry);
const reload = (queryClient: QueryClient) => queryClient.invalidateQueries({ queryKey: timetableKeys.all });

export type EntryDraft = WriteEntry;

/** An entry as it is written. */
export const draftOf = (entry: PlanEntry): EntryDraft => ({
  course_id: entry.course.id,
  faculty_id: entry.faculty?.id ?? null,
  room_id: entry.room?.id ?? null,
  entry_type: entry.entry_type,
  day_of_week: entry.day_of_week,
  start_time: entry.start_time,
  end_time: entry.end_time,
  weeks: entry.weeks,
  starts_on: entry.starts_on,
  ends_on: entry.ends_on,
  is_locked: entry.is_locked,
});

interface Saving {
  readonly draft: EntryDraft;
  /** `null` for a new one; otherwise the version that was on the screen. */
  readonly entry: Pick<PlanEntry, 'entry_id' | 'version'> | null;
  readonly idempotencyKey?: string;
}

/** `POST /api/timetables/{id}/entries` and `PUT /api/timetables/entries/{id}` */
export function useSaveEntry(timetableId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, entry, idempotencyKey }: Saving) =>
      entry === null
        ? requestJson(fetchWritten, `/api/timetables/${encodeURIComponent(timetableId)}/entries`, {
            method: 'POST',
            body: draft,
            ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
          })
        : requestJson(fetchWritten, `/api/timetables/entries/${encodeURIComponent(entry.entry_id)}`, {
            method: 'PUT',
            body: draft,
            ifMatch: `v${entry.version}`,
          }),
    onSettled: () => reload(queryClient),
  });
}

/** `DELETE /api/timetables/entries/{id}` */
export function useDeleteEntry() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ entry_id, version }: PlanEntry) =>
      requestJson(z.undefined(), `/api/timetables/entries/${encodeURIComponent(entry_id)}`, {
        method: 'DELETE',
        ifMatch: `v${version}`,
      }),
    onSettled: () => reload(queryClient),
  });
}

/** `POST /api/timetables` */
export function useCreateTimetable() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { term_id: string; department_id: string }) =>
      requestJson(() => shapes().then((module) => module.TimetableView), '/api/timetables', {
        method: 'POST',
        body,
      }),
    onSettled: () => reload(queryClient),
  });
}

/** `POST /api/timetables/{id}/publish`: the version that was looked at. */
export function usePublishPlan(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ version, reason }: { version: number; reason: string }) =>
      requestJson(
        () => shapes().then((module) => module.PlanDiff),
        `/api/timetables/${encodeURIComponent(id)}/publish`,
        { method: 'POST', body: { reason }, ifMatch: `v${version}` },
      ),
    onSettled: () => reload(queryClient),
  });
}
