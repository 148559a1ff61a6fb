'use client';

import { clsx } from 'clsx';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import { useFormat } from '@/lib/client/text/text-context';
import type { TraceStep } from '@/lib/contracts/http/trace';
import { clockTime } from './clock-time';

interface TraceStepRowProps {
  step: TraceStep;
  depth: number;
  /** Of all steps, in ms: the bars are drawn against it. */
  longest: number;
  text: DeskText;
}

const indents = ['pl-0', 'pl-4', 'pl-8', 'pl-12', 'pl-16'] as const;
const marks = {
  request: 'bg-accent',
  written: 'bg-accent',
  in_log: 'bg-accent',
  effect: 'bg-accent',
  fan_out: 'bg-accent',
  pushed: 'border border-line-strong',
  outside: 'border border-line-strong',
  arrived: 'bg-live',
  seen: 'bg-live',
  read: 'bg-live',
  withdrawn: 'border border-line-strong',
} as const satisfies Record<TraceStep['kind'], string>;

/** A step: how long after the one that led to it, when, what, and how well its time is known. */
export function TraceStepRow({ step, depth, longest, text }: TraceStepRowProps) {
  const format = useFormat();
  const detail = [
    step.request,
    step.event_type && step.kind !== 'effect' ? step.event_type : undefined,
    step.group,
    step.recipients === undefined ? undefined : text.trace.recipients(step.recipients),
    step.kind === 'arrived' ? step.device || text.trace.unknownScreen : undefined,
    step.user_id && `${text.trace.user} ${step.user_id}`,
  ].filter((part) => part !== undefined && part !== '');
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 border-b py-1.5 md:grid-cols-[5.5rem_7rem_minmax(0,1fr)_minmax(0,20rem)]">
      <span className="text-right font-mono text-sm">
        {step.ms !== null && (
          <>
            <span aria-hidden="true">+{text.trace.ms(format.number(step.ms))}</span>
            <span className="sr-only">{text.trace.after(format.number(step.ms))}</span>
            <span
              aria-hidden="true"
              className="mt-1 ml-auto block h-0.5 rounded-full bg-accent"
              style={{ width: `${Math.max(2, (Math.max(0, step.ms) / longest) * 100)}%` }}
            />
          </>
        )}
      </span>
      <span className="font-mono text-xs leading-5 text-ink-3 max-md:order-last max-md:col-start-2">
        {step.at === null ? '' : <time dateTime={step.at}>{clockTime(step.at, format.timeZone)}</time>}
      </span>
      <span className={clsx('flex min-w-0 gap-2', indents[Math.min(depth, indents.length - 1)])}>
        <span aria-hidden="true" className={clsx('mt-1.5 size-2 shrink-0 rounded-full', marks[step.kind])} />
        <span className="min-w-0">
          <span className="font-strong">{text.trace.kind[step.kind]}</span>
          {detail.length > 0 && (
            <span className="block font-mono text-xs wrap-anywhere text-ink-2">{detail.join(' · ')}</span>
          )}
        </span>
      </span>
      <span className="text-sm text-ink-3 max-md:col-start-2">{text.trace.known[step.known]}</span>
    </li>
  );
}
