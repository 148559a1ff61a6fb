'use client';

import { clsx } from 'clsx';
import type { LucideIcon } from 'lucide-react';
import { CloudOff, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '@/lib/client/http/api-problem';
import { describeProblem } from '@/lib/client/text/describe-problem';
import { useText } from '@/lib/client/text/text-context';
import { Button } from './button';
import { Icon } from './icon';

// Classes, not styles: the page's policy allows no style attribute in what the server sends.
const titleWidths = ['w-3/5', 'w-2/5', 'w-1/2'];
const textWidths = ['w-5/6', 'w-2/3', 'w-11/12', 'w-3/4'];

/** Rows in the shape of those to come. */
export function ListSkeleton({ rows = 4, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex gap-3 border-b border-line py-4" aria-hidden="true">
          <div className="skeleton mt-1 size-4 shrink-0" />
          <div className="grid grow gap-2">
            <div className={clsx('skeleton h-4', titleWidths[row % titleWidths.length])} />
            <div className={clsx('skeleton h-3', textWidths[row % textWidths.length])} />
          </div>
          <div className="skeleton h-3 w-12" />
        </div>
      ))}
    </div>
  );
}

/** What will appear here, and the one thing to do, if there is one. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
}) {
  return (
    <div className="flex gap-3 border-b border-line py-5">
      <Icon of={icon} className="mt-1 shrink-0 text-ink-3" />
      <div className="grid gap-1">
        <p className="font-strong">{title}</p>
        <div className="max-w-prose text-ink-2">{children}</div>
      </div>
    </div>
  );
}

interface ErrorStateProps {
  /** What could not be done: "Your notifications could not be loaded". */
  title: string;
  error: Error;
  onRetry: () => void;
}

export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  const { ui, problem } = useText();
  const reference = error instanceof ApiProblem ? error.correlationId : undefined;
  return (
    <div role="alert" className="flex gap-3 border-b border-line py-5">
      <Icon of={CloudOff} className="mt-1 shrink-0 text-danger" />
      <div className="grid justify-items-start gap-2">
        <p className="font-strong">{title}</p>
        <p className="text-ink-2">{describeProblem(problem, error)}</p>
        {reference !== undefined && (
          <p className="text-sm text-ink-3">
            {ui.reference} <span className="font-mono">{reference}</span>
          </p>
        )}
        <Button size="small" onClick={onRetry}>
          <Icon of={RotateCw} /> {ui.tryAgain}
        </Button>
      </div>
    </div>
  );
}
