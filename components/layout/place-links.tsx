'use client';

import { clsx } from 'clsx';
import { ChevronDown, Ellipsis } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { Suspense, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useIdlePart } from '@/components/ui/use-idle-part';
import { useText } from '@/lib/client/text/text-context';
import { type DrawnPlace, isOpen, usePlaces } from './places-context';

/** What the header and the bottom bar hold; what is left over is behind "more". */
const mostInHeader = 4;
const mostInBar = 4;

const fetchUnread = () =>
  import('@/components/conversation/unread-conversations').then((module) => module.UnreadConversations);

/** How much waits where one of these places leads to. */
function Waiting({ at }: { at: readonly DrawnPlace[] }) {
  const Unread = useIdlePart(fetchUnread);
  if (!Unread || !at.some(({ label }) => label === 'messages')) return null;
  return (
    <Suspense>
      <Unread />
    </Suspense>
  );
}

/** The places in the header of a wide screen. The profile is in the menu of the account there. */
export function HeaderPlaces() {
  const path = usePathname();
  const router = useRouter();
  const text = useText().layout;
  const places = usePlaces().filter((place) => place.label !== 'profile');
  const [shown, rest] = [places.slice(0, mostInHeader), places.slice(mostInHeader)];
  const isInRest = rest.some((place) => isOpen(place, path));
  return (
    <nav aria-label={text.main} className="hidden h-full md:block">
      <ul className="flex h-full gap-1">
        {shown.map((place) => (
          <li key={place.href} className="h-full">
            <Link
              href={place.href}
              aria-current={isOpen(place, path) ? 'page' : undefined}
              className={headerLook(isOpen(place, path))}
            >
              {text.places[place.label]}
              <Waiting at={[place]} />
            </Link>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="h-full">
            <Menu
              trigger={
                <button type="button" className={clsx('gap-1', headerLook(isInRest))}>
                  {text.more}
                  <Waiting at={rest} />
                  <Icon of={ChevronDown} />
                </button>
              }
            >
              {rest.map((place) => (
                <MenuItem
                  key={place.href}
                  icon={{ drawn: place.icon }}
                  onSelect={() => router.push(place.href)}
                >
                  {text.places[place.label]}
                </MenuItem>
              ))}
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

function headerLook(isHere: boolean): string {
  return clsx(
    'flex h-full items-center border-b-2 px-3 -outline-offset-2',
    isHere ? 'border-accent font-strong text-ink' : 'border-transparent text-ink-2 hover:text-ink',
  );
}

/** The same places at the bottom of a phone, in reach of the thumb. */
export function BottomPlaces() {
  const path = usePathname();
  const text = useText().layout;
  const [isMoreOpen, setIsMoreOpen] = useState(false);
  const places = usePlaces();
  const fits = places.length <= mostInBar;
  const shown = fits ? places : places.slice(0, mostInBar - 1);
  const rest = fits ? [] : places.slice(mostInBar - 1);
  return (
    <nav
      aria-label={text.main}
      className="print:hidden fixed inset-x-0 bottom-0 z-30 border-t bg-raised pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {shown.map((place) => (
          <li key={place.href} className="min-w-0 grow">
            <Link
              href={place.href}
              aria-current={isOpen(place, path) ? 'page' : undefined}
              className={barLook(isOpen(place, path))}
            >
              {place.icon}
              <span className="max-w-full truncate">
                {text.places[place.label]}
                <Waiting at={[place]} />
              </span>
            </Link>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="min-w-0 grow">
            <button
              type="button"
              aria-haspopup="dialog"
              className={clsx('w-full', barLook(rest.some((place) => isOpen(place, path))))}
              onClick={() => setIsMoreOpen(true)}
            >
              <Icon of={Ellipsis} />
              <span>
                {text.more}
                <Waiting at={rest} />
              </span>
            </button>
            <MoreSheet places={rest} open={isMoreOpen} onOpenChange={setIsMoreOpen} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function barLook(isHere: boolean): string {
  return clsx(
    'flex h-14 flex-col items-center justify-center gap-1 px-1 text-xs -outline-offset-2',
    isHere ? 'font-strong text-accent' : 'text-ink-2',
  );
}

interface MoreSheetProps {
  places: readonly DrawnPlace[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function MoreSheet({ places, open, onOpenChange }: MoreSheetProps) {
  const path = usePathname();
  const text = useText().layout;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text.morePlaces} close={text.close}>
      <ul className="grid">
        {places.map((place) => (
          <li key={place.href}>
            <Link
              href={place.href}
              aria-current={isOpen(place, path) ? 'page' : undefined}
              className={clsx(
                'flex h-12 items-center gap-3 rounded-md px-2',
                isOpen(place, path) ? 'font-strong text-accent' : 'text-ink',
              )}
              onClick={() => onOpenChange(false)}
            >
              {place.icon}
              {text.places[place.label]}
              <Waiting at={[place]} />
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
