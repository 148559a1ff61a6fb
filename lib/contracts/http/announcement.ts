import * as z from 'zod/mini';
import { Role } from './me';

export const Priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof Priority>;

/**
 * `course`: who has a seat in one of the courses or teaches it. `combined`: who has one of the roles, is in one of the
 * departments and in one of the courses (an empty list asks for nothing), and the named users besides.
 */
export const TargetAudience = z.enum(['all', 'role', 'department', 'course', 'users', 'combined']);
export type TargetAudience = z.infer<typeof TargetAudience>;

/** Whom it is for: the list that belongs to the audience is filled, the others are empty; `combined` may fill all. */
export const TargetDetails = z.object({
  role_names: z.array(Role),
  department_ids: z.array(z.string()),
  course_ids: z.array(z.string()),
  user_ids: z.array(z.string()),
});
export type TargetDetails = z.infer<typeof TargetDetails>;

/** The lists of an audience that needs none: of everybody, or of one whose readers are not told whom else it is for. */
export const noTarget = (): TargetDetails => ({
  role_names: [],
  department_ids: [],
  course_ids: [],
  user_ids: [],
});

export const AudienceCount = z.object({ recipients: z.int() });
export type AudienceCount = z.infer<typeof AudienceCount>;

export const AnnouncementStatus = z.enum(['draft', 'scheduled', 'published', 'expired', 'archived']);
export type AnnouncementStatus = z.infer<typeof AnnouncementStatus>;

const instant = z.string().check(z.meta({ format: 'date-time' }));

export const AnnouncementView = z.object({
  id: z.string(),
  title: z.string(),
  /** Markdown. */
  content: z.string(),
  priority: Priority,
  status: AnnouncementStatus,
  target_audience: TargetAudience,
  /** Empty lists for readers: whom else it was for is the author's business. */
  target_details: TargetDetails,
  acknowledgement_required: z.boolean(),
  /** When the reader who asks acknowledged what was last announced. */
  acknowledged_at: z.nullable(instant),
  created_by: z.object({ id: z.string(), name: z.string() }),
  created_at: instant,
  scheduled_for: z.nullable(instant),
  published_at: z.nullable(instant),
  expires_at: z.nullable(instant),
  pinned_at: z.nullable(instant),
  /** Counts the texts that readers could see. */
  revision: z.int(),
  /** The revision last announced: an acknowledgement of an earlier one counts no more. */
  announced_revision: z.int(),
  revised_at: z.nullable(instant),
  /** Counts every change: the ETag is `"v<version>"`. */
  version: z.int(),
});
export type AnnouncementView = z.infer<typeof AnnouncementView>;

/**
 * `GET /api/announcements`, newest first. `scope=received`: the published ones for the reader, by when they were published.
 * `scope=authored`: an administrator's are all, a faculty member's the own ones, by when they were written.
 * `scope=readable`: the published ones of both, by when they were published.
 */
export const AnnouncementList = z.object({
  items: z.array(AnnouncementView),
  next_cursor: z.nullable(z.string()),
});
export type AnnouncementList = z.infer<typeof AnnouncementList>;

/** `GET /api/announcements/{id}/last-change`: who made the newest version, for those who were about to make one too. */
export const LastChange = z.object({
  version: z.int(),
  /** `null` while it is as it was first written. */
  changed_at: z.nullable(instant),
  /** `null` also where the clock did it: it was due, or it expired. */
  changed_by: z.nullable(z.object({ id: z.string(), name: z.string() })),
});
export type LastChange = z.infer<typeof LastChange>;

/** `GET /api/announcements/{id}/revisions`: earlier texts, newest first; the shown one is the announcement itself. */
export const RevisionList = z.object({
  items: z.array(
    z.object({
      revision: z.int(),
      title: z.string(),
      content: z.string(),
      priority: Priority,
      announced: z.boolean(),
      edited_by: z.object({ id: z.string(), name: z.string() }),
      created_at: instant,
    }),
  ),
});
export type RevisionList = z.infer<typeof RevisionList>;
