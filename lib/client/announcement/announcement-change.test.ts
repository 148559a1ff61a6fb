import { describe, expect, it } from 'vitest';
import { EditAnnouncement } from '@/lib/contracts/http/announcement-requests';
import { sampleAnnouncement } from '../realtime/testing/sample-rows';
import { changeOf, formOf } from './announcement-change';
import type { AnnouncementDraft } from './announcement-form';

const zone = 'Europe/Berlin';
const person = '0193f3a0-0000-7000-8000-000000000001';
const saved = sampleAnnouncement(1, {
  status: 'draft',
  target_audience: 'combined',
  target_details: {
    role_names: ['student'],
    department_ids: ['d1'],
    course_ids: [person],
    user_ids: [person],
  },
  expires_at: '2999-07-01T08:00:00.000Z',
  pinned_at: '2026-11-24T10:00:00.000Z',
});
const change = (typed: Partial<AnnouncementDraft>, of = saved) =>
  changeOf(of, { ...formOf(of, zone), ...typed }, zone);

it('shows a saved announcement, its times in the zone of the writer', () => {
  expect(formOf({ ...saved, status: 'scheduled', scheduled_for: '2027-10-31T01:30:00.000Z' }, zone)).toEqual(
    expect.objectContaining({
      everyone: false,
      role_names: ['student'],
      department_ids: ['d1'],
      people: [{ id: person, name: '' }],
      when: 'later',
      scheduled: '2027-10-31T02:30+01:00',
      expires: '2999-07-01T10:00',
      pinned: true,
    }),
  );
});

describe('what is sent', () => {
  it('is nothing where nothing is changed, whatever people are called', () => {
    expect(change({})).toEqual({});
    expect(change({ people: [{ id: person, name: 'Ada' }] })).toEqual({});
  });

  it.each([
    [{ title: 'New' }, { title: 'New' }],
    [{ expires: '' }, { expires_at: null }],
    [{ expires: '2999-07-01T10:01' }, { expires_at: '2999-07-01T08:01:00.000Z' }],
    [{ pinned: false }, { pinned: false }],
    [{ priority: 'urgent' as const }, { priority: 'urgent', acknowledgement_required: true }],
    [
      { people: [] },
      {
        target_audience: 'combined',
        target_details: {
          role_names: ['student'],
          department_ids: ['d1'],
          course_ids: [person],
          user_ids: [],
        },
      },
    ],
    [
      { everyone: true },
      {
        target_audience: 'all',
        target_details: { role_names: [], department_ids: [], course_ids: [], user_ids: [] },
      },
    ],
  ])('of %o is only that', (typed, sent) => {
    expect(change(typed)).toEqual(sent);
    expect(EditAnnouncement.safeParse(sent).success).toBe(true);
  });

  it('leaves the audience alone once it is public', () => {
    for (const status of ['published', 'expired'] as const)
      expect(change({ everyone: true, title: 'New' }, { ...saved, status })).toEqual({ title: 'New' });
  });
});
