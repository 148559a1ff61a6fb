'use client';

import { Check as CheckIcon, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon } from './icon';

const row =
  'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 outline-none select-none md:min-h-8 ' +
  'data-highlighted:bg-sunken data-disabled:cursor-default data-disabled:text-ink-3';

/** A menu below its trigger; arrows, letters and escape work, and focus returns to the trigger. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-40 w-64 rounded-lg border bg-raised p-1.5 shadow-over"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon: LucideIcon;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, disabled = false, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={row} disabled={disabled} onSelect={onSelect}>
      <Icon of={icon} className="shrink-0 text-ink-3" />
      {children}
    </DropdownMenu.Item>
  );
}

interface MenuChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: ReadonlyArray<{ value: string; label: string; icon: LucideIcon }>;
}

/** One of several, with the chosen one ticked. */
export function MenuChoice({ label, value, onChange, options }: MenuChoiceProps) {
  return (
    <>
      <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">{label}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
        {options.map((option) => (
          <DropdownMenu.RadioItem key={option.value} value={option.value} className={row}>
            <Icon of={option.icon} className="shrink-0 text-ink-3" />
            <span className="grow">{option.label}</span>
            <DropdownMenu.ItemIndicator>
              <Icon of={CheckIcon} className="text-accent" />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1.5 border-t" />;
}

/** Words at the top of a menu, not to be chosen. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 pt-1.5 pb-2">{children}</DropdownMenu.Label>;
}
