import { counted } from './counted';

export const announcement = {
  /** The list, and the name of its page. */
  many: 'Announcements',
  one: 'Announcement',
  all: 'All announcements',
  loadingMany: 'Loading the announcements',
  loadingOne: 'Loading the announcement',
  manyNotLoaded: 'The announcements could not be loaded',
  oneNotLoaded: 'The announcement could not be loaded',
  none: 'No announcements yet',
  noneForReader: 'What is announced to you appears here the moment it is published.',
  noneForAuthor: 'Write the first one: it appears on the right screens the moment you publish it.',
  missing: {
    title: 'There is no such announcement for you',
    text: 'It may have expired, or the link is not complete.',
  },
  draft: 'Draft',
  until: (time: string) => `until ${time}`,
  to: (audience: string) => `To ${audience}`,
  write: 'Write an announcement',
  edit: 'Edit an announcement',
  publish: 'Publish',
  publishTitle: (title: string) => `Publish "${title}"`,
  audience: {
    everyone: 'everyone',
    roles: (names: string) => `all ${names}`,
    roleNames: { student: 'students', faculty: 'faculty', admin: 'administrators' },
    aDepartment: 'a department',
    courses: (count: number) => counted(count, { one: '# course', other: '# courses' }),
    inCourses: (people: string, courses: string) => `${people}, of ${courses}`,
    people: (count: number) => counted(count, { one: '# person', other: '# people' }),
    rolesIn: (roles: string, departments: string) => `${roles} in ${departments}`,
  },
  count: {
    label: 'Recipients',
    reaches: (count: number) =>
      count === 0
        ? 'Reaches nobody.'
        : counted(count, { one: 'Reaches # person.', other: 'Reaches # people.' }),
    counting: 'Counting…',
    failed: 'How many people it reaches could not be counted.',
  },
  confirm: {
    title: (audience: string) => `Publish to ${audience}?`,
    text: (title: string) => `"${title}" appears on their screens at once. It cannot be called back.`,
    notYet: 'Not yet',
    publish: (audience: string) => `Publish to ${audience}`,
    publishing: 'Publishing…',
    stillDraft: (problem: string) => `It is still a draft. ${problem}`,
  },
  told: {
    published: (title: string, audience: string) => `"${title}" is published to ${audience}`,
  },
};
