import { describe, expect, it } from 'vitest';
import { CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { announcement } from '../text/en/announcement';
import {
  type AnnouncementDraft,
  announcementBody,
  announcementFormIn,
  emptyAnnouncement,
  fieldOfPath,
} from './announcement-form';

const AnnouncementForm = announcementFormIn(announcement.wrong);

const written: AnnouncementDraft = {
  ...emptyAnnouncement,
  title: ' Lab B12 closed ',
  content: 'Until Friday.',
};
const person = { id: '0193f3a0-0000-7000-8000-000000000001', name: 'Ada' };
const everything = { role_names: ['student' as const], department_ids: ['CS'], people: [person] };

function problemsOf(form: AnnouncementDraft): string[] {
  return AnnouncementForm.safeParse(form).error?.issues.map((issue) => issue.path.join('.')) ?? [];
}

describe('the form', () => {
  it.each(['all', 'role', 'department', 'users'] as const)(
    'makes a body the API takes, for %s',
    (audience) => {
      const form = AnnouncementForm.parse({
        ...written,
        ...everything,
        audience,
        expires: '2999-01-01T10:00',
      });
      const body = announcementBody(form);
      expect(CreateAnnouncement.safeParse(body).error).toBeUndefined();
      expect(body.title).toBe('Lab B12 closed');
    },
  );

  it.each([
    [{ title: '   ' }, ['title']],
    [{ title: 'x'.repeat(201) }, ['title']],
    [{ content: '' }, ['content']],
    [{ expires: '2001-01-01T10:00' }, ['expires']],
    [{ department_ids: [] }, ['department_ids']],
    [{ audience: 'role' as const }, ['role_names']],
    [{ audience: 'users' as const }, ['people']],
  ])('refuses %o at its field', (change, fields) => {
    expect(problemsOf({ ...written, department_ids: ['CS'], ...change })).toEqual(fields);
  });

  it.each([
    ['title', 'title'],
    ['target_details.department_ids.0', 'department_ids'],
    ['target_details.user_ids', 'people'],
    ['expires_at', 'expires'],
    ['something_new', undefined],
    ['titles', undefined],
  ])('shows what the server says of %s at %s', (path, field) => {
    expect(fieldOfPath(path)).toBe(field);
  });
});
