import { clsx } from 'clsx';
import type { ReactNode } from 'react';

const tones = {
  neutral: 'bg-sunken text-ink-2',
  accent: 'bg-accent-tint text-accent',
  warn: 'bg-warn-tint text-warn',
  danger: 'bg-danger-tint text-danger',
} as const;

export function Badge({ tone = 'neutral', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center rounded-sm px-1.5 text-xs whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
