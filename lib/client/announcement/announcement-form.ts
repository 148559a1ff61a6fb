import * as z from 'zod';
import {
  type AnnouncementTarget,
  type CreateAnnouncement,
  Priority,
  TargetAudience,
} from '@/lib/contracts/http/announcement';
import { Role } from '@/lib/contracts/http/me';

const ChosenPerson = z.object({ id: z.string(), name: z.string() });
export type ChosenPerson = z.output<typeof ChosenPerson>;

/** What the form holds; also what a reload brings back, valid or not. */
export const AnnouncementDraft = z.object({
  title: z.string(),
  content: z.string(),
  priority: Priority,
  audience: TargetAudience,
  role_names: z.array(Role),
  department_ids: z.array(z.string()),
  people: z.array(ChosenPerson),
  /** Local time as a `datetime-local` field gives it; empty for never. */
  expires: z.string(),
});
export type AnnouncementDraft = z.output<typeof AnnouncementDraft>;
export type AnnouncementField = keyof AnnouncementDraft;

export const emptyAnnouncement: AnnouncementDraft = {
  title: '',
  content: '',
  priority: 'normal',
  audience: 'department',
  role_names: [],
  department_ids: [],
  people: [],
  expires: '',
};

/** The list each audience needs, and what to say while it is empty. */
const needs = [
  ['role', 'role_names', 'Choose at least one role'],
  ['department', 'department_ids', 'Choose at least one department'],
  ['users', 'people', 'Choose at least one person'],
] as const;

/** Whether the audience has what it needs, and can be counted. */
export const isTargetChosen = (form: ChosenTarget) =>
  needs.every(([audience, field]) => form.audience !== audience || form[field].length > 0);

/** The contract's rules in words for the one who writes. */
export const AnnouncementForm = AnnouncementDraft.extend({
  title: z.string().trim().min(1, 'Give it a title').max(200, 'At most 200 characters'),
  content: z.string().trim().min(1, 'Write what it is about').max(20_000, 'At most 20,000 characters'),
  people: z.array(ChosenPerson).max(10_000, 'At most 10,000 people'),
  expires: z
    .string()
    .refine((value) => value === '' || Date.parse(value) > Date.now(), 'Choose a time that is still to come'),
}).superRefine((form, context) => {
  for (const [audience, field, message] of needs) {
    if (form.audience === audience && form[field].length === 0) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  }
});

/** The request body of a valid form. */
export function announcementBody(form: AnnouncementDraft): CreateAnnouncement {
  return {
    title: form.title,
    content: form.content,
    priority: form.priority,
    ...targetOf(form),
    expires_at: form.expires === '' ? null : new Date(form.expires).toISOString(),
  };
}

type ChosenTarget = Pick<AnnouncementDraft, 'audience' | 'role_names' | 'department_ids' | 'people'>;

/** Whom the form is for. Lists of other audiences, once chosen, stay in the form but are not sent. */
export function targetOf(form: ChosenTarget): AnnouncementTarget {
  const { audience } = form;
  return {
    target_audience: audience,
    target_details: {
      role_names: audience === 'role' ? form.role_names : [],
      department_ids: audience === 'department' ? form.department_ids : [],
      user_ids: audience === 'users' ? form.people.map((person) => person.id) : [],
    },
  };
}

const fieldsOfPaths: ReadonlyArray<[path: string, field: AnnouncementField]> = [
  ['target_details.role_names', 'role_names'],
  ['target_details.department_ids', 'department_ids'],
  ['target_details.user_ids', 'people'],
  ['target_details', 'audience'],
  ['target_audience', 'audience'],
  ['expires_at', 'expires'],
  ['priority', 'priority'],
  ['content', 'content'],
  ['title', 'title'],
];

/** The form's field for a path in the server's answer (`target_details.department_ids.0`). */
export function fieldOfPath(path: string): AnnouncementField | undefined {
  return fieldsOfPaths.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1];
}
