import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Who } from './sign-in';

export interface PageRow {
  /** `null`: anybody, without signing in. */
  who: Exclude<Who, 'student2'> | null;
  /** The addresses to look at; none for a page that only leads elsewhere. */
  at: readonly string[];
}

/** Every page of the app, with who looks at it and where. `[id]` pages are looked at on their way, in the tests. */
export const appPages: Readonly<Record<string, PageRow>> = {
  '/': { who: null, at: [] },
  '/docs/api': { who: null, at: ['/docs/api'] },
  '/login': { who: null, at: ['/login', '/login?callbackUrl=%2Finbox'] },
  '/forgot-password': { who: null, at: ['/forgot-password'] },
  // Only those get there who are half in: e2e/second-factor.spec.ts looks at it.
  '/second-factor': { who: null, at: [] },
  '/reset-password': { who: null, at: ['/reset-password'] },
  '/offline': { who: null, at: ['/offline'] },
  '/home': { who: 'student', at: ['/home'] },
  '/inbox': {
    who: 'student',
    at: ['/inbox', '/inbox?filter=unread', '/inbox?filter=archived&query=nothing', '/inbox?open=nobody'],
  },
  '/messages': {
    who: 'student',
    at: ['/messages', '/messages?show=archived', '/messages?q=nothing+has+these+words'],
  },
  '/messages/[id]': { who: 'student', at: ['/messages/nothing-of-this-name'] },
  '/announcements': { who: 'student', at: ['/announcements', '/announcements?q=nothing+has+these+words'] },
  '/announcements/[id]': { who: 'student', at: [] },
  '/announcements/[id]/reach': { who: 'admin', at: ['/announcements/nothing-of-this-name/reach'] },
  '/announcements/[id]/edit': { who: 'admin', at: [] },
  '/timetable': {
    who: 'student',
    at: [
      '/timetable',
      '/timetable?of=free',
      '/timetable?of=faculty',
      '/timetable?of=course',
      '/timetable?of=room&id=00000000-0000-4000-8000-000000000000',
    ],
  },
  '/attendance': { who: 'faculty', at: ['/attendance', '/attendance?q=nothing+has+these+words'] },
  '/attendance/courses/[id]': { who: 'student', at: ['/attendance/courses/nothing-of-this-name'] },
  '/attendance/sessions/[id]': { who: 'faculty', at: ['/attendance/sessions/nothing-of-this-name'] },
  '/courses': {
    who: 'student',
    at: ['/courses', '/courses?show=mine', '/courses?q=nothing+has+these+words'],
  },
  '/courses/[id]': { who: 'student', at: ['/courses/nothing-of-this-name'] },
  '/courses/[id]/discussion': {
    who: 'student',
    at: [
      '/courses/nothing-of-this-name/discussion',
      '/courses/nothing-of-this-name/discussion?q=nothing+has+these+words&show=unread',
    ],
  },
  '/courses/[id]/discussion/[postId]': {
    who: 'student',
    at: ['/courses/nothing-of-this-name/discussion/nothing'],
  },
  '/check-in': { who: 'student', at: ['/check-in'] },
  '/attendance/sessions/[id]/wall': {
    who: 'faculty',
    at: ['/attendance/sessions/nothing-of-this-name/wall'],
  },
  '/attendance/requests': { who: 'student', at: ['/attendance/requests', '/attendance/requests?show=over'] },
  '/attendance/reports': {
    who: 'faculty',
    at: [
      '/attendance/reports',
      '/attendance/reports?show=percentage',
      '/attendance/reports?show=consecutive',
      '/attendance/reports?show=made',
    ],
  },
  '/attendance/import': { who: 'faculty', at: ['/attendance/import'] },
  '/attendance/sessions/[id]/history': {
    who: 'faculty',
    at: ['/attendance/sessions/nothing-of-this-name/history'],
  },
  '/profile': { who: 'student', at: ['/profile'] },
  '/profile/notifications': { who: 'student', at: ['/profile/notifications'] },
  '/faculty': { who: 'faculty', at: ['/faculty'] },
  '/faculty/announcements': { who: 'faculty', at: ['/faculty/announcements'] },
  // While the setting allows it: e2e/write.spec.ts looks at it then.
  '/faculty/announcements/new': { who: 'faculty', at: [] },
  '/admin': { who: 'admin', at: ['/admin'] },
  '/admin/announcements': {
    who: 'admin',
    at: ['/admin/announcements', '/admin/announcements?status=archived'],
  },
  '/admin/announcements/new': { who: 'admin', at: ['/admin/announcements/new'] },
  '/admin/reports': { who: 'admin', at: ['/admin/reports', '/admin/reports?show=over'] },
  '/admin/events': { who: 'admin', at: ['/admin/events'] },
  '/admin/events/catalogue': { who: 'admin', at: ['/admin/events/catalogue'] },
  '/admin/events/dead-letters': { who: 'admin', at: ['/admin/events/dead-letters'] },
  '/admin/events/lag': { who: 'admin', at: ['/admin/events/lag'] },
  '/admin/events/trace/[correlationId]': { who: 'admin', at: ['/admin/events/trace/nobody-knows-this'] },
  '/admin/events/unmaskings': { who: 'admin', at: ['/admin/events/unmaskings'] },
  '/admin/mail': { who: 'admin', at: ['/admin/mail'] },
  '/admin/notifications': {
    who: 'admin',
    at: ['/admin/notifications', '/admin/notifications?status=refused'],
  },
  '/admin/notifications/new': { who: 'admin', at: ['/admin/notifications/new'] },
  '/admin/notifications/rules': { who: 'admin', at: ['/admin/notifications/rules'] },
  '/admin/notifications/templates': {
    who: 'admin',
    at: [
      '/admin/notifications/templates',
      '/admin/notifications/templates?show=archived',
      '/admin/notifications/templates?q=nothing+has+these+words',
    ],
  },
  '/admin/people': { who: 'admin', at: ['/admin/people', '/admin/people?q=nothing+has+these+words'] },
  '/admin/people/import': { who: 'admin', at: ['/admin/people/import'] },
  '/admin/people/[id]': { who: 'admin', at: ['/admin/people/nobody-of-this-name'] },
  '/admin/attendance/numbers': {
    who: 'admin',
    at: [
      '/admin/attendance/numbers',
      '/admin/attendance/numbers?department=00000000-0000-4000-8000-000000000000',
    ],
  },
  '/admin/attendance': { who: 'admin', at: ['/admin/attendance'] },
  '/admin/rooms': { who: 'admin', at: ['/admin/rooms', '/admin/rooms?q=nothing+has+these+words'] },
  '/admin/subjects': { who: 'admin', at: ['/admin/subjects', '/admin/subjects?q=nothing+has+these+words'] },
  '/admin/terms': { who: 'admin', at: ['/admin/terms'] },
  '/admin/audit': { who: 'admin', at: ['/admin/audit'] },
  '/admin/timetable': { who: 'admin', at: ['/admin/timetable'] },
  '/admin/settings': { who: 'admin', at: ['/admin/settings'] },
};

/** The addresses of all `page.tsx`, as the app router reads them. */
export function pagesOfTheApp(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => {
      const segments = path.dirname(file).split(path.sep);
      return `/${segments.filter((each) => each !== '.' && !/^\(.+\)$/.test(each)).join('/')}`;
    })
    .sort();
}
