import { House, Inbox, type LucideIcon, Megaphone, SquarePen } from 'lucide-react';
import type { Messages } from '@/lib/client/text/load-messages';
import type { Role } from '@/lib/contracts/http/me';

export interface Place {
  href: string;
  label: keyof Messages['layout']['places'];
  icon: LucideIcon;
  /** Shown as open at this address alone, not at those below it. */
  exact?: boolean;
}

const inbox: Place = { href: '/inbox', label: 'inbox', icon: Inbox };
const announcements: Place = { href: '/announcements', label: 'announcements', icon: Megaphone };

/** Where each role goes, most used first; at most four, which is what a phone's bottom bar holds. */
export const placesOf: Readonly<Record<Role, readonly Place[]>> = {
  student: [{ href: '/home', label: 'home', icon: House }, inbox, announcements],
  faculty: [{ href: '/faculty', label: 'home', icon: House }, inbox, announcements],
  admin: [
    { href: '/admin/announcements', label: 'announcements', icon: Megaphone, exact: true },
    { href: '/admin/announcements/new', label: 'write', icon: SquarePen },
    inbox,
  ],
};

export function isOpen(place: Place, path: string): boolean {
  return path === place.href || (!place.exact && path.startsWith(`${place.href}/`));
}
