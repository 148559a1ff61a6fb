import * as z from 'zod';
import { humanText } from './text';
import { WriteEntry } from './timetable-requests';

/** `GET /api/timetables`: by department. */
export const TimetableListQuery = z.object({
  term_id: z.uuid().optional(),
  department_id: z.uuid().optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type TimetableListQuery = z.infer<typeof TimetableListQuery>;

/** `PATCH /api/timetables/{id}` */
export const EditTimetable = z.strictObject({ name: humanText(0, 200) });
export type EditTimetable = z.infer<typeof EditTimetable>;

/** `POST /api/timetables/{id}/preview`: the conflicts an entry would be in; `entry_id` when it is there already. */
export const PreviewEntry = z.strictObject({
  entry_id: z.uuid().nullable().default(null),
  entry: WriteEntry,
});
export type PreviewEntry = z.output<typeof PreviewEntry>;

/** `POST /api/timetables/{id}/publish`. With a reason also over conflicts of rooms and teachers: a joint lecture. */
export const PublishTimetable = z.strictObject({ reason: humanText(0, 500).default('') });
export type PublishTimetable = z.output<typeof PublishTimetable>;

/** `POST /api/timetables/{id}/proposal`: how long to search. */
export const ProposeTimetable = z.strictObject({ seconds: z.int().min(1).max(60) });
export type ProposeTimetable = z.output<typeof ProposeTimetable>;
