import * as z from 'zod';
import { AnnouncementStatus, noTarget, Priority, TargetAudience, type TargetDetails } from './announcement';
import { Role } from './me';
import { humanText, searchText } from './text';

const listOfAudience = [
  ['role', 'role_names'],
  ['department', 'department_ids'],
  ['course', 'course_ids'],
  ['users', 'user_ids'],
] as const;

/** Whom something is for, as requests say it; {@link checkTarget} goes with it. */
export const audienceFields = {
  target_audience: TargetAudience,
  target_details: z
    .strictObject({
      role_names: z.array(Role).max(3).default([]),
      department_ids: z.array(humanText(1, 64)).max(200).default([]),
      course_ids: z.array(z.uuid()).max(200).default([]),
      user_ids: z.array(z.uuid()).max(10_000).default([]),
    })
    .default(noTarget),
};

export function checkTarget(
  value: { target_audience: TargetAudience; target_details: TargetDetails },
  context: z.RefinementCtx,
): void {
  const { target_audience, target_details } = value;
  const complain = (list: string, message: string) =>
    context.addIssue({ code: 'custom', path: ['target_details', list], message });
  const isFilled = (list: keyof TargetDetails) => target_details[list].length > 0;
  if (target_audience === 'combined') {
    if (!listOfAudience.some(([, list]) => isFilled(list)))
      complain('role_names', 'Name at least one role, department, course or user');
    return;
  }
  for (const [audience, list] of listOfAudience) {
    if (audience === target_audience && !isFilled(list))
      complain(list, `Name at least one for the audience "${audience}"`);
    if (audience !== target_audience && isFilled(list))
      complain(list, `Must be empty for the audience "${target_audience}"`);
  }
}

const moment = z.iso.datetime({ offset: true });
const title = humanText(1, 200);
const content = humanText(1, 20_000);

/**
 * `POST /api/announcements`. Departments are named by id or by code ("CS"). The content is Markdown. What is urgent is
 * always to be acknowledged.
 */
export const CreateAnnouncement = z
  .strictObject({
    title,
    content,
    priority: z._default(Priority, 'normal'),
    ...audienceFields,
    expires_at: moment.nullish(),
    acknowledgement_required: z.boolean().default(false),
    pinned: z.boolean().default(false),
  })
  .superRefine(checkTarget);
export type CreateAnnouncement = z.output<typeof CreateAnnouncement>;

/**
 * `PATCH /api/announcements/{id}`: what is left out stays. Of a published one text, priority, end and pin can change:
 * `minor` changes the text where it is shown, `reannounce` tells everybody again and asks for new acknowledgements.
 */
export const EditAnnouncement = z
  .strictObject({
    title: title.optional(),
    content: content.optional(),
    priority: z.optional(Priority),
    target_audience: z.optional(TargetAudience),
    target_details: audienceFields.target_details.unwrap().optional(),
    expires_at: moment.nullable().optional(),
    acknowledgement_required: z.boolean().optional(),
    pinned: z.boolean().optional(),
    edit: z.enum(['minor', 'reannounce']).default('minor'),
  })
  .superRefine((value, context) => {
    const { target_audience, target_details } = value;
    if (target_audience === undefined) {
      if (target_details === undefined) return;
      const message = 'Give the audience these details are for';
      context.addIssue({ code: 'custom', path: ['target_audience'], message });
      return;
    }
    checkTarget({ target_audience, target_details: target_details ?? noTarget() }, context);
  });
export type EditAnnouncement = z.output<typeof EditAnnouncement>;

/** `POST /api/announcements/{id}/publish`: now, or at a time to come. */
export const PublishAnnouncement = z.strictObject({ scheduled_for: moment.nullish() });
export type PublishAnnouncement = z.output<typeof PublishAnnouncement>;

/** `POST /api/announcements/{id}/archive`; `archived: false` takes it out of the archive. */
export const ArchiveAnnouncement = z.strictObject({ archived: z.boolean().default(true) });

/** `POST /api/announcements/{id}/acknowledge`: which revision was on the screen; the newest when left out. */
export const AcknowledgeAnnouncement = z.strictObject({ revision: z.int().min(1).optional() });

/** `POST /api/announcements/audience-count`: whom one would be for. */
export const AnnouncementTarget = z.strictObject(audienceFields).superRefine(checkTarget);
export type AnnouncementTarget = z.output<typeof AnnouncementTarget>;

export const AnnouncementListQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  scope: z.enum(['received', 'authored', 'readable']).optional(),
  status: z.optional(AnnouncementStatus),
  priority: z.optional(Priority),
  pinned: z.stringbool().optional(),
  /** Only those the reader still has to acknowledge. */
  unacknowledged: z.stringbool().optional(),
  /** Addressed to this course; for its people and the authors alone. */
  course_id: z.uuid().optional(),
  /** Words that title or text hold. */
  query: searchText().optional(),
});
export type AnnouncementListQuery = z.output<typeof AnnouncementListQuery>;
