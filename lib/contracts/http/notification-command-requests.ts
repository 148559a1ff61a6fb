import * as z from 'zod';
import { Priority } from './announcement';
import { audienceFields, checkTarget } from './announcement-requests';
import { NotificationCategory, NotificationChannel } from './notification-category';
import { CommandStatus } from './notification-command';
import { TemplateData } from './notification-template-requests';
import { humanText } from './text';

const moment = z.iso.datetime({ offset: true });

/**
 * `POST /api/notification-commands`. Its text, or a template's with the values of its variables. It goes by the channels named
 * as far as each reader wants them. At once, or at `scheduled_at`; what is not delivered by `expires_at` is not delivered.
 */
export const SendNotification = z
  .strictObject({
    title: humanText(0, 200).default(''),
    message: humanText(0, 2_000).default(''),
    template_id: humanText(0, 64).default(''),
    template_data: TemplateData.default({}),
    category: z._default(NotificationCategory, 'other'),
    channels: z.array(NotificationChannel).min(1).max(4),
    priority: z._default(Priority, 'normal'),
    action_url: humanText(0, 500).default(''),
    ...audienceFields,
    scheduled_at: moment.nullish(),
    expires_at: moment.nullish(),
  })
  .superRefine(checkTarget);
export type SendNotification = z.output<typeof SendNotification>;

/** `POST /api/notification-commands/{id}/cancel` */
export const CancelNotification = z.strictObject({ reason: humanText(0, 200).default('') });

export const CommandListQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  status: z.optional(CommandStatus),
});
export type CommandListQuery = z.output<typeof CommandListQuery>;
