'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Icon } from './icon';
import { useReturnFocus } from './use-return-focus';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** The buttons. On a phone the main one is at the bottom, in reach of the thumb. */
  actions?: ReactNode;
  /** The name of a button that closes it, for what asks nothing. */
  close?: string;
  isWide?: boolean;
  children?: ReactNode;
}

/** A question over the page; on a phone a sheet from the bottom. Focus stays inside and returns where it came from. */
export function DialogWindow(props: DialogProps) {
  const { open, onOpenChange, title, description, actions, close, isWide, children } = props;
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          {...returnFocus}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={clsx(
            'fixed inset-x-0 bottom-0 z-50 grid max-h-[85dvh] gap-4 overflow-y-auto rounded-t-lg bg-raised p-5',
            'pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-over',
            'md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:-translate-x-1/2 md:-translate-y-1/2',
            'md:rounded-lg',
            isWide ? 'md:w-2xl' : 'md:w-md',
          )}
        >
          <div className="flex items-start gap-4">
            <div className="grid grow gap-1.5">
              <Radix.Title className="text-md font-strong">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description asChild>
                  <div className="wrap-anywhere text-ink-2">{description}</div>
                </Radix.Description>
              )}
            </div>
            {close !== undefined && (
              <Radix.Close asChild>
                <Button look="quiet" size="icon" aria-label={close} className="-mt-2.5 -mr-2.5 md:-mt-1.5">
                  <Icon of={X} />
                </Button>
              </Radix.Close>
            )}
          </div>
          {children}
          {actions && <div className="flex flex-col-reverse gap-2 md:flex-row md:justify-end">{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
