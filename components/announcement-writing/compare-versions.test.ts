import { expect, it } from 'vitest';
import { type AnnouncementDraft, emptyAnnouncement } from '@/lib/client/announcement/announcement-form';
import { createFormat } from '@/lib/client/text/create-format';
import { messages } from '@/lib/client/text/en/messages';
import { writing } from '@/lib/client/text/en/writing';
import { compareVersions } from './compare-versions';

const language = {
  text: writing,
  words: messages.announcement.audience,
  format: createFormat('en', 'Europe/Berlin', ''),
  departments: [{ id: 'd1', code: 'CS', name: 'Computer Science' }],
};
const mine: AnnouncementDraft = {
  ...emptyAnnouncement({ role: 'admin', department: null, may_announce_to_department: true }),
  title: 'Lab closed',
  content: 'Until Friday',
  department_ids: ['d1'],
  people: [{ id: 'u1', name: 'Ada' }],
};

const differing = (change: Partial<AnnouncementDraft>) =>
  compareVersions(mine, { ...mine, ...change }, language)
    .filter(({ differs }) => differs)
    .map(({ field, mine: own, theirs }) => [field, own, theirs]);

it('finds no difference in what says the same', () => {
  expect(differing({})).toEqual([]);
  expect(differing({ title: ' Lab closed ', people: [{ id: 'u1', name: '' }] })).toEqual([]);
  // The time is kept in the form, but it is not used.
  expect(differing({ scheduled: '2999-01-01T10:00' })).toEqual([]);
});

it.each([
  [{ title: 'Lab open' }, ['title', 'Lab closed', 'Lab open']],
  [{ content: 'Until Monday' }, ['content', 'Until Friday', 'Until Monday']],
  [{ everyone: true }, ['audience', 'Computer Science and 1 person', 'everyone']],
  // Said alike, and still somebody else.
  [
    { people: [{ id: 'u2', name: 'Bob' }] },
    ['audience', 'Computer Science and 1 person', 'Computer Science and 1 person'],
  ],
  [{ when: 'later' as const, scheduled: '2999-01-01T10:00' }, ['when', 'none', '1 Jan 2999, 10:00']],
  [{ expires: '2999-01-01T10:00' }, ['expires', 'none', '1 Jan 2999, 10:00']],
  [{ priority: 'high' as const }, ['priority', 'Normal', 'Important']],
  [{ acknowledgement: true }, ['acknowledgement', 'no', 'yes']],
  [{ pinned: true }, ['pinned', 'no', 'yes']],
])('marks %o', (change, expected) => {
  expect(differing(change)).toEqual([expected]);
});
