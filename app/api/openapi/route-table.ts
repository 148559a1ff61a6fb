import * as announcementPublish from '../announcements/[id]/publish/route';
import * as announcement from '../announcements/[id]/route';
import * as audienceCount from '../announcements/audience-count/route';
import * as announcements from '../announcements/route';
import * as departments from '../departments/route';
import * as health from '../health/route';
import * as me from '../me/route';
import * as notificationRead from '../notifications/[id]/read/route';
import * as readAll from '../notifications/read-all/route';
import * as notifications from '../notifications/route';
import * as unreadCount from '../notifications/unread-count/route';
import type { RouteHandler } from '../route-declaration';
import * as users from '../users/route';

export type RouteModule = Readonly<
  Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', RouteHandler>>
>;

/** Every route of ours by its folder, for the document; a test holds it against the folders. */
export const routeTable: Readonly<Record<string, RouteModule>> = {
  '/api/announcements': announcements,
  '/api/announcements/audience-count': audienceCount,
  '/api/announcements/[id]': announcement,
  '/api/announcements/[id]/publish': announcementPublish,
  '/api/notifications': notifications,
  '/api/notifications/unread-count': unreadCount,
  '/api/notifications/read-all': readAll,
  '/api/notifications/[id]/read': notificationRead,
  '/api/me': me,
  '/api/departments': departments,
  '/api/users': users,
  '/api/health': health,
};
