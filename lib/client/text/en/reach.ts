import { counted } from './counted';

/** What authors see of how far an announcement has come, and what they do with it as a whole. */
export const reach = {
  title: 'Reach',
  all: 'All announcements',
  own: 'Your announcements',
  read: 'As its readers see it',
  edit: 'Edit',
  loading: 'Loading the reach',
  notLoaded: 'The reach could not be loaded',
  missing: {
    title: 'There is no such announcement',
    text: 'It may have been deleted, or the link is not complete.',
  },
  forbidden: {
    title: 'This board is not yours',
    text: 'How far an announcement has come, only its author and administrators see.',
  },
  numbers: { targeted: 'Targeted', delivered: 'Delivered', seen: 'Seen', acknowledged: 'Acknowledged' },
  changed: 'just now',
  said: (counts: { delivered: string; seen: string; acknowledged: string | null; targeted: string }) =>
    `Of ${counts.targeted}: ${counts.delivered} delivered, ${counts.seen} seen` +
    (counts.acknowledged === null ? '' : `, ${counts.acknowledged} acknowledged`),
  inShort: (targeted: string, seen: string, acknowledged: string | null) =>
    acknowledged === null ? `${seen} of ${targeted} seen` : `${acknowledged} of ${targeted} acknowledged`,
  cancelSchedule: 'Cancel the schedule',
  scheduleCancelled: 'The schedule is cancelled; it is a draft again',
  people: 'People',
  show: 'Show',
  find: 'Find by name or email address',
  found: (count: number, hasMore: boolean) =>
    hasMore ? `More than ${count} people` : counted(count, { one: '# person', other: '# people' }),
  export: 'Export as CSV',
  states: {
    all: 'All',
    outstanding: 'Still to answer',
    acknowledged: 'Acknowledged',
    seen: 'Seen',
    delivered: 'Delivered',
    undelivered: 'Not delivered',
  },
  columns: { name: 'Name', department: 'Department', state: 'How far' },
  loadingPeople: 'Loading the people',
  peopleNotLoaded: 'The people could not be loaded',
  nobody: 'Nobody here',
  nobodyText: 'Nobody it was announced to is in this state.',
  nobodyFound: (words: string) => `Nobody with "${words}" is in this state.`,
  never: 'Not delivered yet',
  at: {
    acknowledged: (time: string) => `Acknowledged ${time}`,
    seen: (time: string) => `Seen ${time}`,
    delivered: (time: string) => `Delivered ${time}`,
  },
  remind: {
    title: 'Reminder',
    button: (number: string) => `Remind ${number}`,
    how: 'How often',
    every: { once: 'Once', hour: 'Every hour', day: 'Every day' },
    goesTo: {
      acknowledge: 'Goes to who has not acknowledged it.',
      read: 'Goes to who has not opened it.',
    },
    untilAll: 'It stops by itself when all have answered.',
    allAnswered: 'All have answered: there is nobody to remind.',
    nobody: 'It has reached nobody yet.',
    rounds: (rounds: number) => counted(rounds, { one: '# round', other: '# rounds' }),
    running: (rounds: string, next: string) => `Running: ${rounds} so far, the next one ${next}.`,
    lastRound: (rounds: string) =>
      `Running: ${rounds} so far. All have answered, so no further round is sent.`,
    stop: 'Stop',
    stopped: 'The reminder is stopped',
    ended: {
      once: (time: string) => `Reminded once, ${time}.`,
      everybody_answered: (time: string, rounds: string) =>
        `It stopped by itself, ${time}, after ${rounds}: all have answered.`,
      most_rounds: (time: string, rounds: string) =>
        `It stopped by itself, ${time}, after ${rounds}: more are not sent.`,
      not_public: (time: string, rounds: string) =>
        `It stopped by itself, ${time}, after ${rounds}: the announcement was not public any more.`,
      stopped: (time: string, rounds: string) => `It was stopped, ${time}, after ${rounds}.`,
    },
    started: (count: number) =>
      counted(count, { one: '# person is being reminded', other: '# people are being reminded' }),
  },
  actions: {
    more: 'More',
    moreOf: (title: string) => `More for "${title}"`,
    edit: 'Edit',
    pin: 'Pin to the top',
    unpin: 'Unpin',
    archive: 'Archive',
    unarchive: 'Take out of the archive',
    delete: 'Delete',
    pinned: 'It stands on top for its readers',
    unpinned: 'It is no longer on top',
    archived: 'It is in the archive; its readers find it no more',
    unarchived: 'It is out of the archive',
    deleted: (title: string) => `"${title}" is deleted`,
    notDone: (title: string, problem: string) => `"${title}" stays as it is. ${problem}`,
    newer: (title: string) =>
      `Somebody changed "${title}" in the meantime. What is shown now is the newest; look at it and try again.`,
  },
  remove: {
    title: (title: string) => `Delete "${title}"?`,
    text: 'It disappears for everybody, at once and for good.',
    reason: 'Reason',
    reasonHint: 'Kept with the deletion',
    keep: 'Keep it',
  },
  status: {
    draft: 'Draft',
    scheduled: 'Scheduled',
    published: 'Published',
    expired: 'Expired',
    archived: 'Archived',
  },
  pinned: 'Pinned',
  list: {
    show: 'Show',
    tabs: {
      all: 'All',
      draft: 'Drafts',
      scheduled: 'Scheduled',
      published: 'Published',
      expired: 'Expired',
      archived: 'Archive',
    },
    none: {
      all: 'No announcements yet',
      draft: 'No drafts',
      scheduled: 'Nothing is scheduled',
      published: 'Nothing is published',
      expired: 'Nothing has expired',
      archived: 'The archive is empty',
    },
    noneText: {
      all: 'Write the first one: it appears on the right screens the moment you publish it.',
      draft: 'What is written and not published yet stands here.',
      scheduled: 'What will be published at its time stands here until then.',
      published: 'What its readers can find stands here, with how far it has come.',
      expired: 'What has come to its end stands here.',
      archived: 'What was put away stands here, and can be taken out again.',
    },
    due: (time: string) => `for ${time}`,
    until: (time: string) => `until ${time}`,
  },
};
