'use client';

import { clsx } from 'clsx';
import { Check as CheckIcon, type LucideIcon } from 'lucide-react';
import {
  type ComponentProps,
  cloneElement,
  createContext,
  type ReactElement,
  type ReactNode,
  use,
} from 'react';
import { Icon } from './icon';
import { useMenu } from './use-menu';

const row =
  'flex min-h-11 w-full cursor-pointer items-center gap-2.5 rounded-sm px-2.5 text-left outline-none select-none md:min-h-8 ' +
  'focus:bg-sunken aria-disabled:cursor-default aria-disabled:text-ink-3';

/** What an item does when it is chosen: the menu closes, then the item acts. */
const ChooseContext = createContext<(act: () => void) => void>((act) => act());

interface MenuProps {
  /** A button. */
  trigger: ReactElement<ComponentProps<'button'>>;
  /** Of what holds both. */
  className?: string;
  children: ReactNode;
}

/**
 * A menu below its trigger; arrows, letters and escape work, and focus returns to the trigger. It is here rather than from
 * a library since it stands on every page, and has to answer the first press.
 */
export function Menu({ trigger, className, children }: MenuProps) {
  const { isOpen, root, list, button, choose } = useMenu();
  return (
    <div ref={root} className={clsx('relative h-full', className)}>
      {cloneElement(trigger, button)}
      {isOpen && (
        <div
          {...list}
          className="absolute top-full right-0 z-40 mt-1.5 w-64 rounded-lg border bg-raised p-1.5 text-ink shadow-over outline-none"
        >
          <ChooseContext value={choose}>{children}</ChooseContext>
        </div>
      )}
    </div>
  );
}

/** An icon that is drawn already. What the server drew may still be on its way: it is no element yet that one could look at. */
export interface DrawnIcon {
  readonly drawn: ReactNode;
}

interface MenuItemProps {
  icon: LucideIcon | DrawnIcon;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, disabled = false, onSelect, children }: MenuItemProps) {
  const choose = use(ChooseContext);
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={row}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) choose(onSelect);
      }}
    >
      <span className="shrink-0 text-ink-3">{'drawn' in icon ? icon.drawn : <Icon of={icon} />}</span>
      {children}
    </button>
  );
}

interface MenuChoiceProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  options: ReadonlyArray<{ value: V; label: string; icon: LucideIcon }>;
}

/** One of several, with the chosen one ticked. */
export function MenuChoice<V extends string>({ label, value, onChange, options }: MenuChoiceProps<V>) {
  const choose = use(ChooseContext);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no child of a menu
    <div role="group" aria-label={label}>
      <div aria-hidden="true" className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">
        {label}
      </div>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={option.value === value}
          className={row}
          onClick={() => choose(() => onChange(option.value))}
        >
          <Icon of={option.icon} className="shrink-0 text-ink-3" />
          <span className="grow">{option.label}</span>
          {option.value === value && <Icon of={CheckIcon} className="text-accent" />}
        </button>
      ))}
    </div>
  );
}

export function MenuSeparator() {
  return <hr className="my-1.5 border-t" />;
}

/** Words at the top of a menu, not to be chosen. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="px-2.5 pt-1.5 pb-2">{children}</div>;
}
