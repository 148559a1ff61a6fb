'use client';

import {
  DndContext,
  type DragMoveEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import { toast } from '@/components/ui/toast';
import { draftOf, useSaveEntry } from '@/lib/client/planner/change-entry';
import {
  daysOf,
  HOUR_PX,
  hoursOf,
  type Lane,
  lanesOf,
  minutesOf,
  type Place,
  placeAfter,
} from '@/lib/client/planner/plan-grid';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { previewOptions } from '@/lib/client/planner/preview-entry';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import type { Plan, PlanConflict, PlanEntry } from '@/lib/contracts/http/plan';
import { describeConflict } from './conflict-list';
import { EntryLines, placeOf } from './entry-lines';

interface Target {
  readonly entry: PlanEntry;
  readonly place: Place;
  /** Moved with the keys and not with the pointer. */
  readonly isByKeys: boolean;
}

/** The draft as a week. A class is dragged to another place, with the mouse or the keys; what is in its way there is shown before. */
export function PlanBoard({ plan, onEdit }: { plan: Plan; onEdit: (entry: PlanEntry) => void }) {
  const text = usePlannerText();
  const { problem } = useText();
  const save = useSaveEntry(plan.timetable.id);
  const columns = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const days = daysOf(plan.entries);
  const hours = hoursOf(plan.entries);
  const columnPx = () => (columns.current?.clientWidth ?? 0) / days.length;
  const shiftOf = ({ entry_id }: PlanEntry) =>
    target?.entry.entry_id === entry_id
      ? {
          x: (target.place.day_of_week - target.entry.day_of_week) * columnPx(),
          y: ((minutesOf(target.place.start_time) - minutesOf(target.entry.start_time)) / 60) * HOUR_PX,
        }
      : null;
  useEffect(() => {
    if (!target?.isByKeys) return;
    const card = columns.current?.querySelector(`[data-entry="${target.entry.entry_id}"]`);
    card?.scrollIntoView({ block: 'nearest' });
  }, [target]);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      // Enter opens the form.
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
      // The keys count places, not pixels: those would depend on how far the page has scrolled.
      coordinateGetter: (event, { active }) => {
        const step = steps.get(event.code);
        if (step === undefined) return undefined;
        event.preventDefault();
        const entry = entryOf(active);
        setTarget((last) => {
          const from = last?.place ?? entry;
          if (!from || !entry) return null;
          const place = placeAfter(from, step, { columnPx: 1, days: days.length });
          return { entry, place, isByKeys: true };
        });
        return undefined;
      },
    }),
  );
  const entryOf = (id: UniqueIdentifier) => plan.entries.find(({ entry_id }) => entry_id === id) ?? null;
  const aim = ({ active, delta, activatorEvent }: DragMoveEvent) => {
    const entry = entryOf(active.id);
    if (!entry || activatorEvent instanceof KeyboardEvent) return;
    const place = placeAfter(entry, delta, { columnPx: columnPx(), days: days.length });
    setTarget((last) => (last && isSamePlace(last.place, place) ? last : { entry, place, isByKeys: false }));
  };
  const drop = (to: Target | null) => {
    setTarget(null);
    if (!to || isSamePlace(to.entry, to.place)) return;
    save.mutate(
      { entry: to.entry, draft: { ...draftOf(to.entry), ...to.place } },
      {
        onSuccess: () => toast.success(text.moved),
        onError: (error) => toast.error(text.notDone(describeProblem(problem, error))),
      },
    );
  };
  const height = (hours.to - hours.from) * HOUR_PX;
  return (
    <DndContext
      sensors={sensors}
      accessibility={quiet}
      onDragMove={aim}
      onDragEnd={() => drop(target)}
      onDragCancel={() => setTarget(null)}
    >
      <section aria-label={text.board}>
        <div className="ml-12 grid auto-cols-fr grid-flow-col border-b pb-1">
          {days.map((day) => (
            <h2 key={day} className="px-1 text-base">
              {text.days[day]}
            </h2>
          ))}
        </div>
        <div className="relative ml-12" style={{ height }}>
          {Array.from({ length: hours.to - hours.from }, (_, index) => hours.from + index).map((hour) => (
            <p
              key={hour}
              className="absolute right-full w-12 pt-0.5 pr-2 text-right text-xs text-ink-3 tabular-nums"
              style={{ top: (hour - hours.from) * HOUR_PX }}
            >
              {hour}:00
            </p>
          ))}
          <div ref={columns} className="absolute inset-0 grid auto-cols-fr grid-flow-col">
            {days.map((day) => (
              <div key={day} className="relative min-w-0 border-r first:border-l">
                {lanesOf(plan.entries.filter(({ day_of_week }) => day_of_week === day)).map((lane) => (
                  <EntryCard
                    key={lane.entry.entry_id}
                    lane={lane}
                    from={hours.from}
                    conflicts={plan.conflicts}
                    shift={shiftOf(lane.entry)}
                    onEdit={onEdit}
                  />
                ))}
              </div>
            ))}
          </div>
        </div>
      </section>
      <TargetNote timetableId={plan.timetable.id} target={target} />
    </DndContext>
  );
}

const isSamePlace = (a: Place, b: Place) => a.day_of_week === b.day_of_week && a.start_time === b.start_time;

// The library's own words are English alone; the note on the target says where a class would lie.
const silent = () => undefined;
const quiet = {
  screenReaderInstructions: { draggable: '' },
  announcements: { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent },
};

/** Where an arrow key brings a class, in days and in pixels of the board's height. */
const steps = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -HOUR_PX / 4 }],
  ['ArrowDown', { x: 0, y: HOUR_PX / 4 }],
]);

interface EntryCardProps {
  lane: Lane;
  from: number;
  conflicts: readonly PlanConflict[];
  /** How far from its place it is held, in pixels. */
  shift: { x: number; y: number } | null;
  onEdit: (entry: PlanEntry) => void;
}

function EntryCard({ lane: { entry, lane, lanes }, from, conflicts, shift, onEdit }: EntryCardProps) {
  const text = usePlannerText();
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: entry.entry_id,
    disabled: entry.is_locked,
  });
  const [start, end] = [minutesOf(entry.start_time), minutesOf(entry.end_time)];
  const isHard = conflicts.some((each) => each.is_hard && each.entry_ids.includes(entry.entry_id));
  return (
    <button
      ref={setNodeRef}
      type="button"
      data-entry={entry.entry_id}
      {...listeners}
      onClick={() => onEdit(entry)}
      aria-label={`${entry.course.code}: ${entry.is_locked ? placeOf(text, entry) : text.drag(placeOf(text, entry))}`}
      className={clsx(
        'absolute overflow-hidden rounded-sm border border-l-3 bg-raised px-1.5 py-0.5 text-left text-sm',
        isHard ? 'border-danger' : 'border-line-strong border-l-accent',
        entry.is_locked ? 'cursor-pointer' : 'cursor-grab touch-none',
        isDragging && 'z-10 opacity-80 shadow-over',
      )}
      style={{
        top: ((start - from * 60) / 60) * HOUR_PX,
        height: Math.max(24, ((end - start) / 60) * HOUR_PX - 2),
        left: `calc(${(lane / lanes) * 100}% + 1px)`,
        width: `calc(${100 / lanes}% - 3px)`,
        ...(shift && { transform: `translate(${shift.x}px, ${shift.y}px)` }),
      }}
    >
      <EntryLines entry={entry} conflicts={conflicts} />
    </button>
  );
}

/** Where the class would lie if it were let go now, and what is in its way there. */
function TargetNote({ timetableId, target }: { timetableId: string; target: Target | null }) {
  const text = usePlannerText();
  const asked = target && {
    entry_id: target.entry.entry_id,
    entry: { ...draftOf(target.entry), ...target.place },
  };
  const preview = useQuery(previewOptions(timetableId, asked));
  if (!target) return null;
  const where = `${text.days[target.place.day_of_week]}, ${target.place.start_time}–${target.place.end_time}`;
  const conflicts = preview.isPlaceholderData || !preview.data ? null : preview.data.conflicts;
  return (
    <div
      role="status"
      className="fixed inset-x-0 bottom-4 z-30 mx-auto w-fit max-w-lg rounded-md border bg-raised px-4 py-3 shadow-over"
    >
      <p className="font-strong">{text.there(where)}</p>
      {conflicts === null && <p className="text-ink-2">{text.checking}</p>}
      {conflicts?.length === 0 && <p className="text-ink-2">{text.noConflicts}</p>}
      {conflicts?.map((conflict) => (
        <p
          key={`${conflict.kind} ${conflict.courses.join(' ')}`}
          className={conflict.is_hard ? 'text-danger' : 'text-warn'}
        >
          {describeConflict(text, conflict)}
        </p>
      ))}
    </div>
  );
}
