/** The classes and announcements on the page of a course. */
export const coursePage = {
  classes: {
    title: 'Coming classes',
    week: 'Week view',
    loading: 'Loading the classes',
    notLoaded: 'The classes could not be loaded',
    none: 'No classes this week or next',
    noneText: 'What is planned, moved or cancelled appears here by itself.',
    cancelled: 'Cancelled',
    changed: 'Changed',
    was: (what: string) => `Planned: ${what}`,
    noRoom: 'no room yet',
    noTeacher: 'no teacher yet',
    times: (zone: string) => `Times of the university (${zone})`,
  },
  announcements: {
    title: 'Announcements to this course',
    none: 'Nothing was announced to this course',
    noneText: 'What is announced to the people of this course appears here by itself.',
    more: 'Show all',
  },
};
