'use client';

import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useReturnFocus } from '@/components/ui/use-return-focus';

export interface SheetProps {
  open: boolean;
  title: string;
  close: string;
  onClose: () => void;
  children: ReactNode;
}

/** A pane of the desk where there is no room beside the list: it comes from below and covers most of the screen. */
export function SheetWindow({ open, title, close, onClose, children }: SheetProps) {
  const returnFocus = useReturnFocus();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Content
          {...returnFocus}
          aria-describedby={undefined}
          className={
            'fixed inset-x-0 bottom-0 z-50 flex h-[88dvh] flex-col rounded-t-lg bg-raised shadow-over ' +
            'pb-[env(safe-area-inset-bottom)] md:inset-x-auto md:right-0 md:h-dvh md:w-xl md:rounded-none'
          }
        >
          <div className="flex items-center justify-between gap-3 border-b px-4 py-1.5">
            <Dialog.Title className="font-strong">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <Button look="quiet" size="icon" aria-label={close}>
                <Icon of={X} />
              </Button>
            </Dialog.Close>
          </div>
          <div className="min-h-0 grow overflow-y-auto px-4 py-3">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
