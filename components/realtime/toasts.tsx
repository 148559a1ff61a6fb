'use client';

import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { dismissToast, showToast, toastStore } from '@/components/ui/toast-store';
import { sitePath } from '@/lib/client/http/site-path';
import { useReadNotification } from '@/lib/client/notification/read-notification';
import { useText } from '@/lib/client/text/text-context';
import type { NotificationView } from '@/lib/contracts/http/notification';

/** Tells of one notification; its id is the toast's id, so it can never be there twice. */
export function showArrival(notification: NotificationView, withdraws: readonly string[] = []): void {
  for (const { id, content } of toastStore.get())
    if (withdraws.includes(id)) showToast({ id, content: <Withdrawn>{content}</Withdrawn> });
  showToast({ id: notification.id, content: <Arrival notification={notification} /> });
}

function Arrival({ notification }: { notification: NotificationView }) {
  const text = useText().realtime;
  const { mutate: markRead } = useReadNotification();
  return (
    <News
      title={notification.title}
      text={notification.message}
      href={sitePath(notification.action_url, '/inbox')}
      action={text.open}
      onOpen={() => {
        markRead(notification.id);
        dismissToast(notification.id);
      }}
    />
  );
}

/** A toast that is still there and says what is not true any more. */
function Withdrawn({ children }: { children: ReactNode }) {
  return (
    <div className="min-w-0 grow [&_p]:line-through">
      <span className="text-sm font-strong">{useText().inbox.withdrawn}</span>
      {children}
    </div>
  );
}

const CAUGHT_UP = 'caught-up';

/** Tells how many came while there was no connection, with the last one's title. */
export function showCaughtUp(missed: NotificationView[]): void {
  showToast({ id: CAUGHT_UP, content: <CaughtUp missed={missed} /> });
}

function CaughtUp({ missed }: { missed: NotificationView[] }) {
  const text = useText().realtime;
  return (
    <News
      title={text.whileAway(missed.length)}
      text={missed.at(-1)?.title ?? ''}
      href="/inbox"
      action={text.show}
      onOpen={() => dismissToast(CAUGHT_UP)}
    />
  );
}

interface NewsProps {
  title: string;
  text: string;
  href: string;
  action: string;
  onOpen: () => void;
}

function News({ title, text, href, action, onOpen }: NewsProps) {
  return (
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
        onClick={onOpen}
      >
        {action}
        <span className="sr-only">: {title}</span>
      </Link>
    </div>
  );
}
