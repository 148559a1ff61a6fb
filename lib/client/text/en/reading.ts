import { counted } from './counted';

/** What readers do with announcements. */
export const reading = {
  pinned: 'Pinned',
  latest: 'Latest',
  find: 'Find announcements',
  findHint: 'Words of title or text',
  found: (count: number, hasMore: boolean) =>
    hasMore ? `More than ${count} found` : counted(count, { one: '# found', other: '# found' }),
  noneFound: (words: string) => `Nothing with "${words}"`,
  noneFoundText: 'Titles and texts are searched, word for word.',
  acknowledge: {
    ask: 'Acknowledge',
    askedFor: (title: string) => `Acknowledge "${title}"`,
    done: (time: string) => `Acknowledged ${time}`,
    told: (title: string) => `"${title}" is acknowledged`,
    failed: (title: string, problem: string) => `"${title}" is not acknowledged yet. ${problem}`,
  },
  urgent: {
    label: 'Urgent announcements',
    alert: (title: string, count: number) =>
      count === 1 ? `Urgent: ${title}` : `${count} urgent announcements. The newest: ${title}`,
    many: (count: string) => `Show all ${count} urgent`,
    fold: 'Show only the newest',
  },
  gone: {
    title: 'It is not available any more',
    text: 'It has expired, or its author has taken it down.',
  },
  state: {
    draft: 'A draft: nobody but its authors sees it.',
    scheduled: (time: string) => `It will be published at ${time}.`,
    expired: (time: string) => `It expired at ${time}. Its readers find it no more.`,
    archived: 'It is in the archive. Its readers find it no more.',
  },
  revisions: {
    edited: 'edited',
    title: 'Earlier versions',
    show: (count: number) =>
      counted(count, { one: 'Show # earlier version', other: 'Show # earlier versions' }),
    hide: 'Hide the earlier versions',
    loading: 'Loading the earlier versions',
    notLoaded: 'The earlier versions could not be loaded',
    published: 'Published',
    minor: 'Minor edit',
    reannounced: 'Announced again',
    removed: 'Removed:',
    added: 'Added:',
    same: 'The words stayed the same.',
    changedTitle: 'Title',
    changedText: 'Text',
    priorities: { low: 'low', normal: 'normal', high: 'important', urgent: 'urgent' },
    changedPriority: (before: string, after: string) => `Priority: ${before}, now ${after}`,
  },
};
