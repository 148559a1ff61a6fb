'use client';

import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { useText } from '@/lib/client/text/text-context';
import { Icon } from './icon';
import { dismissToast, type Toast } from './toast-store';

const SHOWN_FOR_MS = 8_000;

/**
 * Over the bottom bar on a phone, in the corner on a wide screen. They wait while the pointer or the focus is on one of
 * them, go by a swipe or Escape, and F8 brings the focus to them.
 */
export function ToastList({ toasts }: { toasts: readonly Toast[] }) {
  const text = useText();
  return (
    <Radix.Provider duration={SHOWN_FOR_MS} swipeDirection="right" label={text.ui.message}>
      {toasts.map((toast) => (
        <Card key={`${toast.id} ${toast.showing}`} toast={toast} />
      ))}
      <Radix.Viewport
        label={text.realtime.justArrived}
        className={
          'fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-50 grid gap-2 outline-none ' +
          'md:inset-x-auto md:right-6 md:bottom-6 md:w-89'
        }
      />
    </Radix.Provider>
  );
}

function Card({ toast }: { toast: Toast }) {
  const { dismiss } = useText().realtime;
  return (
    <Radix.Root
      type={toast.isFailure ? 'foreground' : 'background'}
      onOpenChange={(open) => {
        if (!open) dismissToast(toast.id);
      }}
      className={
        'flex items-start gap-3 rounded-lg border bg-raised p-3 pl-4 text-ink shadow-over ' +
        'data-[swipe=move]:translate-x-(--radix-toast-swipe-move-x)'
      }
    >
      {toast.content}
      <Radix.Close
        aria-label={dismiss}
        className="grid size-8 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
      >
        <Icon of={X} />
      </Radix.Close>
    </Radix.Root>
  );
}
