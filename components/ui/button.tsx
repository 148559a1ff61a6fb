import { clsx } from 'clsx';
import { type ComponentProps, cloneElement, isValidElement } from 'react';

const looks = {
  /** The one thing to do on a screen. */
  primary: 'bg-accent text-on-accent hover:bg-accent-strong font-strong',
  secondary: 'border border-line-strong bg-raised text-ink hover:bg-sunken',
  quiet: 'text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'bg-danger text-on-danger font-strong hover:opacity-90',
} as const;

const sizes = {
  normal: 'h-11 px-4 md:h-9 md:px-3',
  small: 'h-11 px-3 text-sm md:h-8 md:px-2.5',
  icon: 'size-11 justify-center md:size-9',
} as const;

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  /** Renders its only child (a link) with the looks of a button. */
  asChild?: boolean;
}

export function Button(props: ButtonProps) {
  const { look = 'secondary', size = 'normal', asChild, className, type, children, ...rest } = props;
  const looksOf = (own?: string) =>
    clsx(
      'inline-flex shrink-0 items-center justify-center gap-2 rounded-md whitespace-nowrap',
      'disabled:cursor-not-allowed disabled:opacity-55',
      looks[look],
      sizes[size],
      className,
      own,
    );
  if (asChild && isValidElement<{ className?: string }>(children))
    return cloneElement(children, { ...rest, className: looksOf(children.props.className) });
  return (
    <button type={type ?? 'button'} className={looksOf()} {...rest}>
      {children}
    </button>
  );
}
