import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Icon } from './icon';

/** 16 px letters on a phone: with smaller ones the browser zooms into the field. */
const control =
  'w-full rounded-md border border-line-strong bg-raised px-3 text-md text-ink placeholder:text-ink-3 md:text-base ' +
  'aria-invalid:border-danger disabled:opacity-55';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={clsx(control, 'h-11 md:h-9', className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={clsx(control, 'min-h-40 resize-y py-2', className)} {...props} />;
}

export function Select({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select className={clsx(control, 'h-11 appearance-none pr-9 md:h-9', className)} {...props}>
        {children}
      </select>
      <Icon
        of={ChevronDown}
        className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}

/** A check box with its words, as one target. */
export function Check({ children, className, ...props }: ComponentProps<'input'>) {
  return (
    <label className={clsx('flex min-h-11 items-center gap-2.5 md:min-h-8', className)}>
      <input type="checkbox" className="size-4 shrink-0 accent-accent" {...props} />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
