'use client';

import type { ReactNode } from 'react';
import { UrgentBanner } from '@/components/announcement/urgent-banner';
import { Keyboard } from '@/components/keyboard/keyboard';
import { NotificationBell } from '@/components/notification/notification-bell';
import { ConnectionBadge } from '@/components/realtime/connection-badge';
import { Link } from '@/components/ui/link';
import { useText } from '@/lib/client/text/text-context';
import type { AnnouncementList } from '@/lib/contracts/http/announcement';
import { BottomPlaces, HeaderPlaces } from './place-links';
import { type DrawnPlace, PlacesContext } from './places-context';
import { ThemeSwitch } from './theme-switch';
import { UserMenu } from './user-menu';
import { Wordmark } from './wordmark';

interface ShellProps {
  home: string;
  /** Where this role may go. */
  places: readonly DrawnPlace[];
  /** What is urgent as the page is rendered; pushes keep it right. */
  urgent: AnnouncementList;
  children: ReactNode;
}

/** What stands around every signed-in page. */
export function Shell({ home, places, urgent, children }: ShellProps) {
  const text = useText().layout;
  return (
    <PlacesContext value={places}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {text.skip}
      </a>
      <header className="sticky top-0 z-30 border-b bg-surface print:hidden">
        <div className="mx-auto flex h-14 max-w-5xl items-center gap-1 px-4 md:gap-2 md:px-6 lg:gap-4">
          <Link href={home} className="rounded-sm py-2" aria-label={text.toHome}>
            <Wordmark />
          </Link>
          <HeaderPlaces />
          <div className="ml-auto flex items-center gap-1">
            <ConnectionBadge />
            <Keyboard />
            <NotificationBell />
            <ThemeSwitch />
            <UserMenu />
          </div>
        </div>
        <UrgentBanner initial={urgent} />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-5xl px-4 pt-6 pb-28 outline-none has-data-wide:max-w-[120rem] md:px-6 md:pb-16"
      >
        {children}
      </main>
      <BottomPlaces />
    </PlacesContext>
  );
}
