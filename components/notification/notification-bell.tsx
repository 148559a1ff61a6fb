'use client';

import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ComponentType, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useShortcuts } from '@/lib/client/keyboard/use-shortcuts';
import { unreadCountOptions } from '@/lib/client/notification/count-unread';
import { useText } from '@/lib/client/text/text-context';
import type { LatestProps } from './latest-notifications';

const loadLatest = () => import('./latest-notifications').then((module) => module.LatestNotifications);

/** How many are unread, and the latest ones below it. What draws them is fetched when it is first wanted. */
export function NotificationBell() {
  const text = useText().inbox;
  const router = useRouter();
  const { data } = useQuery(unreadCountOptions());
  const bell = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [Latest, setLatest] = useState<ComponentType<LatestProps>>();
  const unread = data?.unread_count ?? 0;

  const toggle = () => {
    if (Latest) return setIsOpen((last) => !last);
    loadLatest().then(
      (component) => {
        setLatest(() => component);
        setIsOpen(true);
      },
      // Not to be had, as after an update of the site: the page shows the same and more.
      () => router.push('/inbox'),
    );
  };
  const prepare = () => void loadLatest().catch(() => undefined);
  useShortcuts([{ keys: 'n', label: text.keys.latest, group: 'anywhere', run: toggle }]);
  return (
    <>
      <Button
        ref={bell}
        look="quiet"
        size="icon"
        className="relative"
        aria-label={text.bell(unread)}
        title={text.bellTitle}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={toggle}
        onPointerEnter={prepare}
        onFocus={prepare}
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
      </Button>
      {Latest && isOpen && <Latest bell={bell} onClose={() => setIsOpen(false)} />}
    </>
  );
}
