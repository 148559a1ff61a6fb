/** The classes of today on the home page. */
export const today = {
  title: 'Today',
  week: 'My week',
  loading: 'Loading your classes',
  notLoaded: 'Your classes could not be loaded',
  list: 'Classes today',
  none: 'No classes today',
  noneText: 'What is planned, moved or cancelled appears here by itself.',
  next: 'Next class',
  now: 'Now',
  until: (time: string) => `until ${time}`,
  inMinutes: (minutes: number) => (minutes < 1 ? 'in less than a minute' : `in ${minutes} min`),
  inHours: (hours: number, minutes: number) =>
    minutes === 0 ? `in ${hours} h` : `in ${hours} h ${minutes} min`,
  cancelled: 'Cancelled',
  changed: 'Changed',
  was: (what: string) => `was ${what}`,
  noRoom: 'no room yet',
};
