import type { PlanField } from '@/lib/contracts/http/plan';
import { clockTime } from './clock-time';
import type { EntryRow } from './entry-row';

/** What readers see of a class: by field what it is compared by, and how the contract's events name and tell it. */
const FIELDS: readonly (readonly [
  field: PlanField,
  event: string,
  compared: (row: EntryRow) => string | number | null,
  told: (row: EntryRow) => string | number | null,
])[] = [
  ['course', 'course_name', ({ course_id }) => course_id, ({ course_name }) => course_name],
  ['faculty', 'faculty_name', ({ faculty_id }) => faculty_id, ({ faculty_name }) => faculty_name ?? ''],
  ['room', 'room_name', ({ room_id }) => room_id, ({ room_code }) => room_code ?? ''],
  same('entry_type', ({ entry_type }) => entry_type),
  same('day_of_week', ({ day_of_week }) => day_of_week),
  same('start_time', ({ start_minute }) => clockTime(start_minute)),
  same('end_time', ({ end_minute }) => clockTime(end_minute)),
  same('weeks', ({ weeks }) => weeks),
  same('starts_on', ({ starts_on }) => starts_on),
  same('ends_on', ({ ends_on }) => ends_on),
];

function same(field: PlanField, value: (row: EntryRow) => string | number | null) {
  return [field, field, value, value] as const;
}

/** In what two forms of one class differ for its readers. */
export const differingFields = (before: EntryRow, after: EntryRow): PlanField[] =>
  FIELDS.flatMap(([field, , compared]) => (compared(before) === compared(after) ? [] : field));

/** The same for `ENTRY_MODIFIED`, with both values. */
export const changesOf = (before: EntryRow, after: EntryRow) =>
  Object.fromEntries(
    FIELDS.flatMap(([, event, compared, told]) =>
      compared(before) === compared(after)
        ? []
        : [[event, { old_value: told(before), new_value: told(after) }] as const],
    ),
  );

/** What `ENTRY_MODIFIED` says of whom it affects. */
export const affectedBy = (before: EntryRow, after: EntryRow) => ({
  affected_course_ids: [...new Set([after.course_id, before.course_id])],
  affected_faculty_ids: [...new Set([before.faculty_id, after.faculty_id].flatMap((id) => id ?? []))],
});
