import * as z from 'zod';
import { NotificationBulkChange } from './notification';
import { NotificationCategory } from './notification-category';
import { groupKey } from './notification-requests';

const YEAR_MS = 366 * 86_400_000;

/** `POST /api/notifications/bulk`: one change of several, or of a group; `until` is for what is put off. */
export const ChangeNotifications = z
  .strictObject({
    ids: z.array(z.uuid()).min(1).max(500).optional(),
    /** All unread ones of a group, as it was shown: what has come since stays. */
    group: z
      .strictObject({
        group_key: groupKey().min(1),
        category: NotificationCategory,
        up_to: z.iso.datetime({ offset: true }),
      })
      .optional(),
    change: NotificationBulkChange,
    until: z.iso
      .datetime({ offset: true })
      .refine((at) => Date.parse(at) > Date.now() && Date.parse(at) < Date.now() + YEAR_MS, {
        error: 'Must be in the future, within a year',
      })
      .optional(),
  })
  .refine(({ change, until }) => (change === 'snoozed') === (until !== undefined), {
    error: 'Say until when, of what is put off alone',
    path: ['until'],
  })
  .refine(({ ids, group }) => (ids === undefined) !== (group === undefined), {
    error: 'Name several, or their group',
    path: ['ids'],
  })
  .meta({
    examples: [{ ids: ['00000000-0000-4000-8000-000000000000'], change: 'read' }],
  });
export type ChangeNotifications = z.output<typeof ChangeNotifications>;
