'use client';

import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { unreadCountOptions } from '@/lib/client/notification/count-unread';
import { useText } from '@/lib/client/text/text-context';

/** The way to the inbox, with how many are unread. */
export function NotificationBell() {
  const text = useText().inbox;
  const { data } = useQuery(unreadCountOptions());
  const unread = data?.unread_count ?? 0;
  return (
    <Link
      href="/inbox"
      aria-label={text.bell(unread)}
      className="relative grid size-11 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink md:size-9"
    >
      <Icon of={Bell} />
      {unread > 0 && (
        <span
          data-testid="unread-badge"
          className="absolute top-1 left-1/2 h-4.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs leading-4.5 font-strong text-on-accent ring-2 ring-surface md:top-0"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
