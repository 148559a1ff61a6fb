import type { Me } from '@/lib/contracts/http/me';

/** Where this author writes a new one. */
export const writeHref = ({ role }: Pick<Me, 'role'>): string =>
  role === 'admin' ? '/admin/announcements/new' : '/faculty/announcements/new';

/** Where an author finds what was written: administrators everything, faculty their own. */
export const authorListHref = (role: Me['role']): string =>
  role === 'admin' ? '/admin/announcements' : '/faculty/announcements';

const pageOf = (id: string, page: string): string => `/announcements/${encodeURIComponent(id)}/${page}`;

export const editHref = (id: string): string => pageOf(id, 'edit');
export const reachHref = (id: string): string => pageOf(id, 'reach');
