'use client';

import { clsx } from 'clsx';
import { type PlannerText, usePlannerText } from '@/lib/client/planner/planner-text';
import type { PlanConflict } from '@/lib/contracts/http/plan';

/** "Room A1 is needed twice: CS204, MA101. Monday, 10:00–11:00" */
export function describeConflict(text: PlannerText, conflict: PlanConflict): string {
  const { kind, who, students, seats, courses, day_of_week, start_time, end_time } = conflict;
  const what = {
    room: () => text.conflict.room(who),
    faculty: () => text.conflict.faculty(who),
    students: () => text.conflict.students(students ?? 0),
    capacity: () => text.conflict.capacity(who, students ?? 0, seats ?? 0),
    unavailable: () => text.conflict.unavailable,
  }[kind]();
  return `${what}: ${courses.join(', ')}. ${text.days[day_of_week]}, ${start_time}–${end_time}`;
}

/** What is in the way of a draft; what publishing refuses first. */
export function ConflictList({ conflicts }: { conflicts: readonly PlanConflict[] }) {
  const text = usePlannerText();
  const sorted = [...conflicts].sort((a, b) => Number(b.is_hard) - Number(a.is_hard));
  return (
    <section aria-label={text.conflicts(conflicts.length)} className="mt-6">
      <h2 className="border-b pb-1 text-base font-strong">
        {conflicts.length === 0 ? text.noConflicts : text.conflicts(conflicts.length)}
      </h2>
      <ul>
        {sorted.map((conflict) => (
          <li
            key={`${conflict.kind} ${conflict.entry_ids.join(' ')} ${conflict.courses.join(' ')}`}
            className={clsx('border-b py-1.5 text-sm', conflict.is_hard ? 'text-danger' : 'text-warn')}
          >
            {describeConflict(text, conflict)}
          </li>
        ))}
      </ul>
    </section>
  );
}
