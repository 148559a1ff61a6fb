import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { requestJson } from '../http/request-json';
import { timetableKeys } from '../timetable/timetable-keys';

const shapes = () => import('@/lib/contracts/http/calendar');
const path = '/api/calendar';

/** `GET /api/calendar`; asked anew each time it is shown, for another browser may have changed it. */
export const calendarLinkOptions = () =>
  queryOptions({
    queryKey: timetableKeys.calendar,
    queryFn: ({ signal }) => requestJson(() => shapes().then((all) => all.CalendarLink), path, { signal }),
    staleTime: 0,
  });

/** `POST /api/calendar`: the address, which is shown nowhere else. */
export const renewCalendarLink = () =>
  requestJson(() => shapes().then((all) => all.NewCalendarLink), path, { method: 'POST' });

/** `DELETE /api/calendar` */
export const revokeCalendarLink = () => requestJson(z.undefined(), path, { method: 'DELETE' });
