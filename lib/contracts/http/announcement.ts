import * as z from 'zod';
import { Role } from './me';
import { humanText } from './text';

export const Priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;

export const TargetAudience = z.enum(['all', 'role', 'department', 'users']);
export type TargetAudience = z.infer<typeof TargetAudience>;

/** Whom it is for: the one list that belongs to the audience is filled, the others are empty. */
export const TargetDetails = z.object({
  role_names: z.array(Role),
  department_ids: z.array(z.string()),
  user_ids: z.array(z.string()),
});
export type TargetDetails = z.infer<typeof TargetDetails>;

const listOfAudience = [
  ['role', 'role_names'],
  ['department', 'department_ids'],
  ['users', 'user_ids'],
] as const;

const target = {
  target_audience: TargetAudience,
  target_details: z
    .strictObject({
      role_names: z.array(Role).max(3).default([]),
      department_ids: z.array(humanText(1, 64)).max(200).default([]),
      user_ids: z.array(z.uuid()).max(10_000).default([]),
    })
    .default({ role_names: [], department_ids: [], user_ids: [] }),
};

/** The list of the audience is filled, the others are empty. */
function checkTarget(
  value: { target_audience: TargetAudience; target_details: TargetDetails },
  context: z.RefinementCtx,
): void {
  for (const [audience, list] of listOfAudience) {
    const filled = value.target_details[list].length > 0;
    if (audience === value.target_audience && !filled) {
      context.addIssue({
        code: 'custom',
        path: ['target_details', list],
        message: `Name at least one for the audience "${audience}"`,
      });
    }
    if (audience !== value.target_audience && filled) {
      context.addIssue({
        code: 'custom',
        path: ['target_details', list],
        message: `Must be empty for the audience "${value.target_audience}"`,
      });
    }
  }
}

/** `POST /api/announcements`. Departments are named by id or by code ("CS"). */
export const CreateAnnouncement = z
  .strictObject({
    title: humanText(1, 200),
    content: humanText(1, 20_000),
    priority: Priority.default('normal'),
    ...target,
    expires_at: z.iso.datetime({ offset: true }).nullish(),
  })
  .superRefine(checkTarget);
export type CreateAnnouncement = z.output<typeof CreateAnnouncement>;

/** `POST /api/announcements/audience-count`: whom one would be for. */
export const AnnouncementTarget = z.strictObject(target).superRefine(checkTarget);
export type AnnouncementTarget = z.output<typeof AnnouncementTarget>;

export const AudienceCount = z.object({ recipients: z.int() });
export type AudienceCount = z.infer<typeof AudienceCount>;

export const AnnouncementView = z.object({
  id: z.string(),
  title: z.string(),
  content: z.string(),
  priority: Priority,
  status: z.enum(['draft', 'published']),
  target_audience: TargetAudience,
  /** Empty lists for readers: whom else it was for is the author's business. */
  target_details: TargetDetails,
  created_by: z.object({ id: z.string(), name: z.string() }),
  created_at: z.string(),
  published_at: z.string().nullable(),
  expires_at: z.string().nullable(),
});
export type AnnouncementView = z.infer<typeof AnnouncementView>;

/** `GET /api/announcements`: an admin's are all, a reader's the published ones for them; newest first. */
export const AnnouncementList = z.object({
  items: z.array(AnnouncementView),
  next_cursor: z.string().nullable(),
});
export type AnnouncementList = z.infer<typeof AnnouncementList>;

export const AnnouncementListQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
