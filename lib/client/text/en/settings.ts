export const settings = {
  title: 'Settings',
  loading: 'Loading the settings',
  notLoaded: 'The settings could not be loaded',
  announcements: 'Announcements',
  facultyMayAnnounce: 'Faculty may announce to their department',
  facultyMayAnnounceHint: 'What they have published stays when this is switched off.',
  saved: 'Saved',
  notSaved: (problem: string) => `This could not be saved. ${problem}`,
};
