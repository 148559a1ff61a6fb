import * as z from 'zod/mini';
import { AttendanceSource, AttendanceStatus } from './attendance';

const instant = z.string().check(z.meta({ format: 'date-time' }));
const Named = z.object({ id: z.string(), name: z.string() });

export const RequestState = z.enum(['open', 'accepted', 'refused', 'withdrawn']);
export type RequestState = z.infer<typeof RequestState>;

/** What a student may ask for: to have been there, to have been late, or to be excused. */
export const WantedStatus = z.enum(['present', 'late', 'excused']);
export type WantedStatus = z.infer<typeof WantedStatus>;

/** A student asks for a mark to be another. */
export const CorrectionRequest = z.object({
  id: z.string(),
  session: z.object({
    id: z.string(),
    course: z.object({ id: z.string(), code: z.string(), name: z.string() }),
    /** `2026-11-27` and `14:30`: the university's local date and time. */
    date: z.string(),
    start_time: z.string(),
    end_time: z.string(),
    title: z.string(),
  }),
  student: Named,
  /** As it is now, not as it was when the request was made. */
  mark: z.object({ status: z.nullable(AttendanceStatus), custom_code: z.string(), version: z.int() }),
  wanted_status: WantedStatus,
  note: z.string(),
  file: z.nullable(z.object({ name: z.string(), media_type: z.string(), size: z.int() })),
  state: RequestState,
  /** What whoever decided said. */
  answer: z.string(),
  decided_by: z.nullable(Named),
  decided_at: z.nullable(instant),
  created_at: instant,
});
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;

/** `GET /api/attendance/requests`: the newest first; a student's own, or those of the courses one may decide for. */
export const CorrectionRequestList = z.object({
  items: z.array(CorrectionRequest),
  next_cursor: z.nullable(z.string()),
});
export type CorrectionRequestList = z.infer<typeof CorrectionRequestList>;

const MarkSeen = z.object({
  /** `null`: there was no mark. */
  status: z.nullable(AttendanceStatus),
  custom_code: z.string(),
  remark: z.string(),
});

/** One entry of the log of marks: what became what, by whom, when and why. */
export const MarkChange = z.object({
  id: z.string(),
  student: Named,
  before: MarkSeen,
  after: MarkSeen,
  reason: z.string(),
  source: AttendanceSource,
  /** `null`: the clock, or somebody whose account is gone. */
  changed_by: z.nullable(Named),
  changed_at: instant,
});
export type MarkChange = z.infer<typeof MarkChange>;

/** `GET /api/attendance/sessions/{id}/history`: the newest first. */
export const MarkHistory = z.object({
  items: z.array(MarkChange),
  next_cursor: z.nullable(z.string()),
});
export type MarkHistory = z.infer<typeof MarkHistory>;

/** A moment at which marks of a class changed. */
export const MarkMoment = z.object({ at: instant, changes: z.int(), by: z.nullable(z.string()) });
export type MarkMoment = z.infer<typeof MarkMoment>;

/** `GET /api/attendance/sessions/{id}/roster`: a class as its marks were at an instant, by name. */
export const RosterAt = z.object({
  at: instant,
  session: CorrectionRequest.shape.session,
  /** When it changed, the newest first, at most 200: those are the instants worth asking for. */
  moments: z.array(MarkMoment),
  students: z.array(z.extend(MarkSeen, { id: z.string(), name: z.string(), since: z.nullable(instant) })),
});
export type RosterAt = z.infer<typeof RosterAt>;
