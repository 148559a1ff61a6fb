import * as z from 'zod';
import { Priority, TargetAudience } from '@/lib/contracts/http/announcement';
import type { AnnouncementTarget, CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { Role } from '@/lib/contracts/http/me';
import type { Messages } from '../text/load-messages';

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
  acknowledgement: z.boolean(),
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
  acknowledgement: false,
};

/** The list each audience needs, and the word for its being empty. */
const needs = [
  ['role', 'role_names', 'noRole'],
  ['department', 'department_ids', 'noDepartment'],
  ['users', 'people', 'noPerson'],
] as const;

/** Whether the audience has what it needs, and can be counted. */
export const isTargetChosen = (form: ChosenTarget) =>
  needs.every(([audience, field]) => form.audience !== audience || form[field].length > 0);

/** The contract's rules in the words of the one who writes. */
export const announcementFormIn = (words: Messages['announcement']['wrong']) =>
  AnnouncementDraft.extend({
    title: z.string().trim().min(1, words.noTitle).max(200, words.longTitle),
    content: z.string().trim().min(1, words.noText).max(20_000, words.longText),
    people: z.array(ChosenPerson).max(10_000, words.manyPeople),
    expires: z.string().refine((value) => value === '' || Date.parse(value) > Date.now(), words.past),
  }).superRefine((form, context) => {
    for (const [audience, field, word] of needs) {
      if (form.audience === audience && form[field].length === 0) {
        context.addIssue({ code: 'custom', path: [field], message: words[word] });
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
    acknowledgement_required: form.acknowledgement,
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
