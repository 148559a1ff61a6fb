import type { Role } from '@/lib/contracts/http/me';

/** Where an author finds what was written: administrators everything, faculty their own. */
export const authorListHref = (role: Role): string =>
  role === 'admin' ? '/admin/announcements' : '/faculty/announcements';
