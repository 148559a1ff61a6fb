'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { Toaster, toast } from 'sonner';
import { Icon } from '@/components/ui/icon';
import { sitePath } from '@/lib/client/http/site-path';
import { useReadNotification } from '@/lib/client/notification/read-notification';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';

const shownFor = 8_000;

/** Where toasts appear: over the bottom bar on a phone, in the corner on a wide screen. */
export function Toasts() {
  const text = useText().realtime;
  return (
    <Toaster
      position="bottom-right"
      containerAriaLabel={text.justArrived}
      offset={{ bottom: 24, right: 24 }}
      mobileOffset={{ bottom: 'calc(4.5rem + env(safe-area-inset-bottom))', left: 12, right: 12 }}
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        duration: shownFor,
        style: { background: 'var(--raised)', color: 'var(--ink)', borderColor: 'var(--line)' },
      }}
    />
  );
}

/** Tells of one notification; its id is the toast's id, so it can never be there twice. */
export function showArrival(notification: NotificationView): void {
  toast.custom(() => <ArrivalToast notification={notification} />, { id: notification.id, unstyled: true });
}

function ArrivalToast({ notification }: { notification: NotificationView }) {
  const text = useText().realtime;
  const { mutate: markRead } = useReadNotification();
  return (
    <ToastCard
      title={notification.title}
      text={notification.message}
      href={sitePath(notification.action_url, '/inbox')}
      action={text.open}
      onOpen={() => markRead(notification.id)}
      onClose={() => toast.dismiss(notification.id)}
    />
  );
}

/** Tells how many came while there was no connection, with the last one's title. */
export function showCaughtUp(missed: NotificationView[]): void {
  toast.custom((id) => <CaughtUpToast missed={missed} onClose={() => toast.dismiss(id)} />, {
    id: 'caught-up',
    unstyled: true,
  });
}

function CaughtUpToast({ missed, onClose }: { missed: NotificationView[]; onClose: () => void }) {
  const text = useText().realtime;
  return (
    <ToastCard
      title={text.whileAway(missed.length)}
      text={missed.at(-1)?.title ?? ''}
      href="/inbox"
      action={text.show}
      onClose={onClose}
    />
  );
}

interface ToastCardProps {
  title: string;
  text: string;
  href: string;
  action: string;
  onOpen?: () => void;
  onClose: () => void;
}

function ToastCard({ title, text, href, action, onOpen, onClose }: ToastCardProps) {
  const words = useText().realtime;
  return (
    <div
      role="status"
      className="flex w-full items-start gap-3 rounded-lg border bg-raised p-3 pl-4 shadow-over md:w-[356px]"
    >
      <div className="min-w-0 grow py-1">
        <p className="line-clamp-2 font-strong wrap-anywhere" dir="auto">
          {title}
        </p>
        <p className="line-clamp-2 text-sm wrap-anywhere text-ink-2" dir="auto">
          {text}
        </p>
        <Link
          href={href}
          className="mt-1 inline-block rounded-sm py-1 font-strong text-accent hover:underline"
          onClick={() => {
            onOpen?.();
            onClose();
          }}
        >
          {action}
          <span className="sr-only">: {title}</span>
        </Link>
      </div>
      <button
        type="button"
        aria-label={words.dismiss}
        className="grid size-8 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
        onClick={onClose}
      >
        <Icon of={X} />
      </button>
    </div>
  );
}
