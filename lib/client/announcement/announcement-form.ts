import * as z from 'zod/mini';
import { noTarget, Priority, type TargetAudience } from '@/lib/contracts/http/announcement';
import type { AnnouncementTarget, CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { type Me, Role } from '@/lib/contracts/http/me';
import type { WritingText } from './writing-text';
import { momentOf, readZonedTime } from './zoned-time';

/** A person or a course. Of a saved announcement the name is not known at first: empty. */
const ChosenPerson = z.object({ id: z.string(), name: z.string() });

/** What the form holds; also what a reload brings back, valid or not. Times are local, of the writer's zone. */
export const AnnouncementDraft = z.object({
  title: z.string(),
  content: z.string(),
  priority: Priority,
  everyone: z.boolean(),
  role_names: z.array(Role),
  department_ids: z.array(z.string()),
  courses: z._default(z.array(ChosenPerson), []),
  people: z.array(ChosenPerson),
  when: z.enum(['now', 'later']),
  scheduled: z.string(),
  /** Empty for never. */
  expires: z.string(),
  acknowledgement: z.boolean(),
  pinned: z.boolean(),
});
export type AnnouncementDraft = z.output<typeof AnnouncementDraft>;
export type AnnouncementField = keyof AnnouncementDraft;

/** Where writing begins: with the course it is begun at, or else with the one department that one may announce to. */
export const emptyAnnouncement = (
  writer: Pick<Me, 'role' | 'department' | 'may_announce_to_department'>,
  courseId?: string,
): AnnouncementDraft => ({
  title: '',
  content: '',
  priority: 'normal',
  everyone: false,
  role_names: [],
  department_ids:
    writer.role === 'admin' || !writer.may_announce_to_department || !writer.department || courseId
      ? []
      : [writer.department.id],
  courses: courseId ? [{ id: courseId, name: '' }] : [],
  people: [],
  when: 'now',
  scheduled: '',
  expires: '',
  acknowledgement: false,
  pinned: false,
});

/** The contract's rules in the words of the one who writes. An end that is saved already may have passed. */
export const announcementFormIn = (
  words: WritingText['wrong'],
  { zone, savedEnd }: { zone: string; savedEnd: string | null },
) =>
  z
    .extend(AnnouncementDraft, {
      title: z.string().check(z.trim(), z.minLength(1, words.noTitle), z.maxLength(200, words.longTitle)),
      content: z.string().check(z.trim(), z.minLength(1, words.noText), z.maxLength(20_000, words.longText)),
      courses: z.array(ChosenPerson).check(z.maxLength(200, words.manyCourses)),
      people: z.array(ChosenPerson).check(z.maxLength(10_000, words.manyPeople)),
    })
    .check(({ value, issues }) => {
      const complain = (field: AnnouncementField, message: string) =>
        issues.push({ code: 'custom', input: value[field], path: [field], message });
      if (!targetOf(value)) complain('everyone', words.noAudience);
      if (value.expires !== savedEnd && !isToCome(value.expires, zone)) complain('expires', words.past);
    });

type WrongTime = [field: 'scheduled' | 'expires', word: 'noTime' | 'past' | 'beforeStart'];

/** What is wrong with the time to publish at; a draft is saved without it. */
export function wrongSchedule(form: AnnouncementDraft, zone: string): WrongTime | null {
  if (form.when === 'now') return null;
  if (form.scheduled === '') return ['scheduled', 'noTime'];
  if (!isToCome(form.scheduled, zone)) return ['scheduled', 'past'];
  const [start, end] = [momentOf(form.scheduled, zone), momentOf(form.expires, zone)];
  return start && end && Date.parse(end) <= Date.parse(start) ? ['expires', 'beforeStart'] : null;
}

/** False for a moment that has passed, and for a time that no clock shows. */
function isToCome(value: string, zone: string): boolean {
  const time = readZonedTime(value, zone);
  return time.kind === 'empty' || (time.kind === 'moment' && Date.parse(time.at) > Date.now());
}

/** The request body of a valid form; `null` while it is for nobody. */
export function announcementBody(form: AnnouncementDraft, zone: string): CreateAnnouncement | null {
  const target = targetOf(form);
  return (
    target && {
      title: form.title,
      content: form.content,
      priority: form.priority,
      ...target,
      expires_at: momentOf(form.expires, zone),
      acknowledgement_required: asksToAcknowledge(form),
      pinned: form.pinned,
    }
  );
}

/** What is urgent is always to be acknowledged. */
export const asksToAcknowledge = (form: Pick<AnnouncementDraft, 'acknowledgement' | 'priority'>): boolean =>
  form.acknowledgement || form.priority === 'urgent';

export type ChosenAudience = Pick<
  AnnouncementDraft,
  'everyone' | 'role_names' | 'department_ids' | 'courses' | 'people'
>;

/** Whom the form is for: several kinds narrow each other. `null` while nobody is chosen. */
export function targetOf(form: ChosenAudience): AnnouncementTarget | null {
  const { role_names, department_ids } = form;
  const course_ids = form.courses.map((course) => course.id);
  const user_ids = form.people.map((person) => person.id);
  if (form.everyone) return { target_audience: 'all', target_details: noTarget() };
  const kinds: [TargetAudience, readonly unknown[]][] = [
    ['role', role_names],
    ['department', department_ids],
    ['course', course_ids],
    ['users', user_ids],
  ];
  const [only, more] = kinds.filter(([, list]) => list.length > 0);
  if (!only) return null;
  return {
    target_audience: more ? 'combined' : only[0],
    target_details: { role_names, department_ids, course_ids, user_ids },
  };
}

const fieldsOfPaths: ReadonlyArray<[path: string, field: AnnouncementField]> = [
  ['target_details', 'everyone'],
  ['target_audience', 'everyone'],
  ['acknowledgement_required', 'acknowledgement'],
  ['scheduled_for', 'scheduled'],
  ['expires_at', 'expires'],
  ['priority', 'priority'],
  ['content', 'content'],
  ['pinned', 'pinned'],
  ['title', 'title'],
];

/** The form's field for a path in the server's answer (`target_details.department_ids.0`). */
export function fieldOfPath(path: string): AnnouncementField | undefined {
  return fieldsOfPaths.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1];
}
