import { describe, expect, it } from 'vitest';
import { CreateAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { writing } from '../text/en/writing';
import {
  type AnnouncementDraft,
  announcementBody,
  announcementFormIn,
  emptyAnnouncement,
  fieldOfPath,
  targetOf,
  wrongSchedule,
} from './announcement-form';

const zone = 'Europe/Berlin';
const AnnouncementForm = announcementFormIn(writing.wrong, { zone, savedEnd: null });
const admin = { role: 'admin' as const, department: null, may_announce_to_department: true };
const person = { id: '0193f3a0-0000-7000-8000-000000000001', name: 'Ada' };
const written: AnnouncementDraft = {
  ...emptyAnnouncement(admin),
  title: ' Lab B12 closed ',
  content: 'Until Friday.',
};

function problemsOf(form: AnnouncementDraft): string[] {
  return AnnouncementForm.safeParse(form).error?.issues.map((issue) => issue.path.join('.')) ?? [];
}

describe('the audience', () => {
  const everything = {
    role_names: ['student' as const],
    department_ids: ['CS'],
    courses: [person],
    people: [person],
  };
  const nothing = { role_names: [], department_ids: [], courses: [], people: [] };

  it.each([
    ['all', { ...everything, everyone: true }],
    ['role', { ...nothing, everyone: false, role_names: ['student' as const] }],
    ['department', { ...nothing, everyone: false, department_ids: ['CS'] }],
    ['users', { ...nothing, everyone: false, people: [person] }],
    ['combined', { ...everything, everyone: false }],
    [
      'combined',
      { ...nothing, everyone: false, role_names: ['student' as const], department_ids: ['CS', 'ME'] },
    ],
  ])('is %s, in a body the API takes', (audience, chosen) => {
    const form = AnnouncementForm.parse({ ...written, ...chosen, expires: '2999-01-01T10:00' });
    const body = announcementBody(form, zone);
    expect(body).toMatchObject({ title: 'Lab B12 closed', target_audience: audience });
    expect(body?.expires_at).toBe('2999-01-01T09:00:00.000Z');
    expect(CreateAnnouncement.safeParse(body).error).toBeUndefined();
  });

  it('is nobody while nothing is chosen, and then nothing is sent', () => {
    expect(targetOf(written)).toBeNull();
    expect(announcementBody(written, zone)).toBeNull();
    expect(problemsOf(written)).toEqual(['everyone']);
  });

  it('begins with the department of who may announce to no other', () => {
    const department = { id: 'd1', code: 'CS', name: 'Computer Science' };
    const writer = { department, may_announce_to_department: true };
    const faculty = { ...writer, role: 'faculty' as const };
    expect(emptyAnnouncement(faculty).department_ids).toEqual(['d1']);
    expect(emptyAnnouncement({ ...faculty, may_announce_to_department: false }).department_ids).toEqual([]);
    expect(targetOf(emptyAnnouncement(faculty, 'c1'))).toEqual({
      target_audience: 'course',
      target_details: { role_names: [], department_ids: [], course_ids: ['c1'], user_ids: [] },
    });
    expect(emptyAnnouncement({ ...writer, role: 'admin' }).department_ids).toEqual([]);
  });
});

describe('the form', () => {
  it.each([
    [{ title: '   ' }, ['title']],
    [{ title: 'x'.repeat(201) }, ['title']],
    [{ content: '' }, ['content']],
    [{ content: 'x'.repeat(20_001) }, ['content']],
    [{ expires: '2001-01-01T10:00' }, ['expires']],
    [{ expires: '2999-13-01T10:00' }, ['expires']],
  ])('refuses %o at its field', (change, fields) => {
    expect(problemsOf({ ...written, everyone: true, ...change })).toEqual(fields);
  });

  it('lets an end that is saved already have passed', () => {
    const form = announcementFormIn(writing.wrong, { zone, savedEnd: '2001-01-01T10:00' });
    expect(form.safeParse({ ...written, everyone: true, expires: '2001-01-01T10:00' }).success).toBe(true);
    expect(form.safeParse({ ...written, everyone: true, expires: '2001-01-01T10:01' }).success).toBe(false);
  });

  it('asks for an acknowledgement of what is urgent, whatever is ticked', () => {
    const urgent = announcementBody({ ...written, everyone: true, priority: 'urgent' }, zone);
    expect(urgent?.acknowledgement_required).toBe(true);
  });

  it.each([
    [{ when: 'now' as const, scheduled: '' }, null],
    [{ scheduled: '' }, ['scheduled', 'noTime']],
    [{ scheduled: '2001-01-01T10:00' }, ['scheduled', 'past']],
    [{ scheduled: '2999-01-01T10:00' }, null],
    [{ scheduled: '2999-01-01T10:00', expires: '2999-01-01T10:00' }, ['expires', 'beforeStart']],
    [{ scheduled: '2999-01-01T10:00', expires: '2999-01-01T10:01' }, null],
  ])('to be published by the clock with %o', (change, wrong) => {
    expect(wrongSchedule({ ...written, when: 'later', ...change }, zone)).toEqual(wrong);
  });

  it.each([
    ['title', 'title'],
    ['target_details.department_ids.0', 'everyone'],
    ['target_details.user_ids', 'everyone'],
    ['expires_at', 'expires'],
    ['scheduled_for', 'scheduled'],
    ['something_new', undefined],
    ['titles', undefined],
  ])('shows what the server says of %s at %s', (path, field) => {
    expect(fieldOfPath(path)).toBe(field);
  });
});
