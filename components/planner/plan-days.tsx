'use client';

import { daysOf } from '@/lib/client/planner/plan-grid';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import type { Plan, PlanEntry } from '@/lib/contracts/http/plan';
import { EntryLines } from './entry-lines';

/** The draft on a phone: its days one below the other. */
export function PlanDays({ plan, onEdit }: { plan: Plan; onEdit: (entry: PlanEntry) => void }) {
  const text = usePlannerText();
  return (
    <div className="grid gap-4">
      {daysOf(plan.entries).map((day) => (
        <section key={day} aria-label={text.days[day]}>
          <h2 className="border-b pb-1 text-base">{text.days[day]}</h2>
          <ul>
            {plan.entries
              .filter(({ day_of_week }) => day_of_week === day)
              .map((entry) => (
                <li key={entry.entry_id} className="border-b">
                  <button
                    type="button"
                    className="min-h-11 w-full min-w-0 py-2 text-left hover:bg-sunken"
                    onClick={() => onEdit(entry)}
                  >
                    <EntryLines entry={entry} conflicts={plan.conflicts} />
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
