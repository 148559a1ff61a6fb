'use client';

import { clsx } from 'clsx';
import { useId } from 'react';

interface SegmentedControlProps<V extends string> {
  label: string;
  options: ReadonlyArray<{ value: V; label: string }>;
  value: V;
  onChange: (value: V) => void;
  /** Shown above the control; otherwise the label is for screen readers alone. */
  showLabel?: boolean;
}

/** One of a few, all in sight. Radio buttons underneath, so arrows move between them. */
export function SegmentedControl<V extends string>(props: SegmentedControlProps<V>) {
  const { label, options, value, onChange, showLabel } = props;
  const name = useId();
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className={showLabel ? 'mb-1.5 font-strong' : 'sr-only'}>{label}</legend>
      <div className="flex w-fit max-w-full overflow-x-auto rounded-md border border-line-strong bg-raised p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'flex h-10 items-center rounded-sm px-2.5 whitespace-nowrap md:h-7.5',
              'has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent',
              option.value === value
                ? 'bg-accent-tint font-strong text-accent'
                : 'text-ink-2 hover:bg-sunken',
            )}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
