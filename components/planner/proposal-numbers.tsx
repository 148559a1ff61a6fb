'use client';

import { clsx } from 'clsx';
import { usePlannerText } from '@/lib/client/planner/planner-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { TimetableProposal } from '@/lib/contracts/http/timetable-proposal';

type Proposal = NonNullable<TimetableProposal['proposal']>;

/** How far a search is, and what is wrong with the best so far, part by part. */
export function ProposalNumbers({
  proposal: { status, progress, best, moved, added },
}: {
  proposal: Proposal;
}) {
  const text = usePlannerText().proposal;
  const format = useFormat();
  return (
    <div className="grid gap-3">
      {status === 'running' && (
        <progress
          aria-label={text.status.running}
          className={
            'h-2 w-full appearance-none overflow-hidden rounded-sm bg-sunken [&::-webkit-progress-bar]:bg-sunken ' +
            '[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-value]:bg-accent'
          }
          max={1}
          value={progress}
        />
      )}
      <p role="status" className={clsx('font-strong', status === 'failed' && 'text-danger')}>
        {text.status[status]}
        {/* The number itself is not read out each second: the bar has it. */}
        {status === 'running' && <span aria-hidden> {format.percent(progress)}</span>}
      </p>
      {best && (
        <>
          <div className="text-ink-2">
            <p>{text.moved(moved)}</p>
            {added > 0 && <p>{text.added(added)}</p>}
          </div>
          <Parts
            title={text.hardTitle(best.violations)}
            isBad={best.violations > 0}
            parts={[
              [text.hard.lectures, best.hard.lectures],
              [text.hard.room_occupancy, best.hard.room_occupancy],
              [text.hard.conflicts, best.hard.conflicts],
              [text.hard.availability, best.hard.availability],
            ]}
          />
          <Parts
            title={text.softTitle(best.penalty)}
            parts={[
              [text.soft.room_capacity, best.soft.room_capacity],
              [text.soft.minimum_working_days, best.soft.minimum_working_days],
              [text.soft.isolated_lectures, best.soft.isolated_lectures],
              [text.soft.room_stability, best.soft.room_stability],
            ]}
          />
        </>
      )}
    </div>
  );
}

interface PartsProps {
  title: string;
  isBad?: boolean;
  parts: readonly (readonly [label: string, value: number])[];
}

function Parts({ title, isBad, parts }: PartsProps) {
  return (
    <section aria-label={title}>
      <h3 className={clsx('font-strong', isBad && 'text-danger')}>{title}</h3>
      <dl className="text-sm">
        {parts.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-4 border-b py-1">
            <dt className="text-ink-2">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
