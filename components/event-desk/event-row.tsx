'use client';

import { clsx } from 'clsx';
import type { Ref } from 'react';
import type { DeskText } from '@/lib/client/event-desk/desk-text';
import type { DeskRow } from '@/lib/contracts/pushes/desk';
import { clockTime } from './clock-time';

interface EventRowProps {
  row: DeskRow;
  text: DeskText;
  timeZone: string;
  isOpen: boolean;
  isActive: boolean;
  onOpen: () => void;
  ref: Ref<HTMLButtonElement>;
}

/** One record, one line of 32 px. */
export function EventRow({ row, text, timeZone, isOpen, isActive, onOpen, ref }: EventRowProps) {
  const letter = row.dead_letter;
  return (
    <button
      ref={ref}
      type="button"
      tabIndex={isActive ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      onClick={onOpen}
      className={clsx(
        'grid h-8 w-full items-center gap-3 border-b px-3 text-left font-mono text-xs -outline-offset-2',
        'grid-cols-[5.75rem_minmax(0,1fr)] md:grid-cols-[5.75rem_minmax(0,15rem)_minmax(0,1fr)]',
        isOpen ? 'bg-accent-tint' : 'hover:bg-sunken',
      )}
    >
      <time dateTime={row.at} className="text-ink-3">
        {clockTime(row.at, timeZone)}
      </time>
      <span className="truncate">
        <span className={row.event_type === '' ? 'text-ink-3' : 'text-ink'}>
          {row.event_type || row.topic}
        </span>
        {row.state !== 'valid' && (
          <span className={clsx('ml-2', stateTone[row.state])}>{text.state[row.state]}</span>
        )}
      </span>
      <span className="truncate text-ink-3 max-md:hidden">
        {letter ? (
          <>
            <span className="text-ink-2">{letter.reason || text.deadLetters.notSaid}</span> {letter.group}
          </>
        ) : (
          <>
            <span className="text-ink-2">{row.topic}</span> {row.summary || text.tail.noPayload}
          </>
        )}
      </span>
    </button>
  );
}

export const stateTone = {
  valid: 'text-ok',
  invalid: 'text-danger',
  unknown: 'text-warn',
  undecodable: 'text-danger',
  dead_letter: 'text-warn',
} as const;
