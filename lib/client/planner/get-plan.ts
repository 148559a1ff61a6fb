import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../http/request-json';
import { searchOf } from '../http/search-of';
import { timetableKeys } from '../timetable/timetable-keys';

const shapes = () => import('@/lib/contracts/http/plan');
const path = (id: string) => `/api/timetables/${encodeURIComponent(id)}`;

/** `GET /api/timetables`: the one of a term and a department, if there is one. */
export function timetableOfOptions(asked: { term_id: string; department_id: string }) {
  return queryOptions({
    queryKey: [...timetableKeys.plans, asked],
    queryFn: ({ signal }) =>
      requestJson(
        () => shapes().then((module) => module.TimetableList),
        `/api/timetables${searchOf(asked)}`,
        {
          signal,
        },
      ),
    enabled: asked.term_id !== '' && asked.department_id !== '',
  });
}

/** `GET /api/timetables/{id}`: the draft. */
export function planOptions(id: string) {
  return queryOptions({
    queryKey: timetableKeys.plan(id),
    queryFn: ({ signal }) => requestJson(() => shapes().then((module) => module.Plan), path(id), { signal }),
  });
}

/** `GET /api/timetables/{id}/diff` */
export function planDiffOptions(id: string) {
  return queryOptions({
    queryKey: [...timetableKeys.plan(id), 'diff'],
    queryFn: ({ signal }) =>
      requestJson(() => shapes().then((module) => module.PlanDiff), `${path(id)}/diff`, { signal }),
  });
}
