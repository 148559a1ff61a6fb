'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Icon } from '@/components/ui/icon';
import { useMe } from '@/lib/client/session/me-context';
import { useText } from '@/lib/client/text/text-context';
import { isOpen, placesOf } from './places';

/** The places in the header of a wide screen. */
export function HeaderPlaces() {
  const path = usePathname();
  const { role } = useMe();
  const text = useText().layout;
  return (
    <nav aria-label={text.main} className="hidden h-full md:block">
      <ul className="flex h-full gap-1">
        {placesOf[role].map((place) => (
          <li key={place.href} className="h-full">
            <Link
              href={place.href}
              aria-current={isOpen(place, path) ? 'page' : undefined}
              className={clsx(
                'flex h-full items-center border-b-2 px-3 -outline-offset-2',
                isOpen(place, path)
                  ? 'border-accent font-strong text-ink'
                  : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {text.places[place.label]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same places at the bottom of a phone, in reach of the thumb. */
export function BottomPlaces() {
  const path = usePathname();
  const { role } = useMe();
  const text = useText().layout;
  return (
    <nav
      aria-label={text.main}
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-raised pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {placesOf[role].map((place) => (
          <li key={place.href} className="grow basis-0">
            <Link
              href={place.href}
              aria-current={isOpen(place, path) ? 'page' : undefined}
              className={clsx(
                'flex h-14 flex-col items-center justify-center gap-1 text-xs -outline-offset-2',
                isOpen(place, path) ? 'font-strong text-accent' : 'text-ink-2',
              )}
            >
              <Icon of={place.icon} />
              {text.places[place.label]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
