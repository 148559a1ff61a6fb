import {
  Activity,
  BookOpen,
  CalendarCog,
  CalendarDays,
  ClipboardCheck,
  DoorOpen,
  Flag,
  House,
  Inbox,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  QrCode,
  Send,
  Settings,
  SquarePen,
  UserRound,
  Users,
} from 'lucide-react';
import type { Messages } from '@/lib/client/text/load-messages';
import type { Role } from '@/lib/contracts/http/me';

export interface Place {
  href: string;
  label: keyof Messages['layout']['places'];
  icon: LucideIcon;
  /** `g` and then this letter goes there. */
  letter: string;
  /** Shown as open at this address alone, not at those below it. */
  exact?: boolean;
}

const inbox: Place = { href: '/inbox', label: 'inbox', icon: Inbox, letter: 'i' };
const announcements: Place = {
  href: '/announcements',
  label: 'announcements',
  icon: Megaphone,
  letter: 'a',
};
const timetable: Place = { href: '/timetable', label: 'timetable', icon: CalendarDays, letter: 't' };
const attendance: Place = {
  href: '/attendance',
  label: 'attendance',
  icon: ClipboardCheck,
  letter: 'n',
};
const messages: Place = { href: '/messages', label: 'messages', icon: MessagesSquare, letter: 'm' };
const courses: Place = { href: '/courses', label: 'courses', icon: BookOpen, letter: 'c' };
const reports: Place = { href: '/admin/reports', label: 'reports', icon: Flag, letter: 'f' };
const profile: Place = { href: '/profile', label: 'profile', icon: UserRound, letter: 'p' };

/** Where each role may go, most used first. Read by the server alone. */
export const placesOfRole: Readonly<Record<Role, readonly Place[]>> = {
  student: [
    { href: '/home', label: 'home', icon: House, letter: 'h' },
    timetable,
    inbox,
    messages,
    attendance,
    courses,
    announcements,
    { href: '/check-in', label: 'checkIn', icon: QrCode, letter: 'k' },
    profile,
  ],
  faculty: [
    { href: '/faculty', label: 'home', icon: House, letter: 'h', exact: true },
    timetable,
    attendance,
    { href: '/faculty/announcements/new', label: 'write', icon: SquarePen, letter: 'w' },
    inbox,
    messages,
    courses,
    announcements,
    reports,
    profile,
  ],
  admin: [
    { href: '/admin', label: 'home', icon: House, letter: 'h', exact: true },
    { href: '/admin/announcements', label: 'announcements', icon: Megaphone, letter: 'a', exact: true },
    { href: '/admin/announcements/new', label: 'write', icon: SquarePen, letter: 'w' },
    inbox,
    messages,
    timetable,
    attendance,
    { href: '/admin/timetable', label: 'planner', icon: CalendarCog, letter: 'l' },
    courses,
    { href: '/admin/people', label: 'people', icon: Users, letter: 'u' },
    { href: '/admin/rooms', label: 'rooms', icon: DoorOpen, letter: 'r' },
    reports,
    { href: '/admin/notifications', label: 'sent', icon: Send, letter: 'd' },
    { href: '/admin/events', label: 'events', icon: Activity, letter: 'e' },
    { href: '/admin/settings', label: 'settings', icon: Settings, letter: 's' },
    profile,
  ],
};
