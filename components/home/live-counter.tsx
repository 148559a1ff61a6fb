'use client';

import { clsx } from 'clsx';
import { useHasChanged } from '@/components/realtime/use-has-changed';
import { useFormat, useText } from '@/lib/client/text/text-context';

/** A number that washes when it changes while it is looked at. */
export function LiveCounter({ label, value }: { label: string; value: number | undefined }) {
  const format = useFormat();
  const text = useText().home.overview;
  const isFresh = useHasChanged(value);
  return (
    <div className={clsx('border-b px-1 py-3', isFresh && 'washed')} data-fresh={isFresh || undefined}>
      <dt className="text-sm text-ink-2">
        {label}
        {isFresh && <span className="ml-1.5 text-live">{text.changed}</span>}
      </dt>
      <dd className="text-xl font-strong">
        {value === undefined ? (
          <span className="skeleton my-1 block h-6.5 w-16" aria-hidden="true" />
        ) : (
          format.number(value)
        )}
      </dd>
    </div>
  );
}
