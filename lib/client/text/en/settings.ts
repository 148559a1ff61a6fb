export const settings = {
  title: 'Settings',
  loading: 'Loading the settings',
  notLoaded: 'The settings could not be loaded',
  announcements: 'Announcements',
  facultyMayAnnounce: 'Faculty may announce to their department',
  facultyMayAnnounceHint:
    'To the courses they teach they may at all times. What they have published stays when this is switched off.',
  signIn: 'Signing in',
  secondFactor: 'Administrators and faculty need a second factor',
  secondFactorHint: 'Whoever has none is led to one before anything else, you too.',
  messages: 'Messages',
  messagingScope: 'Besides staff, students may write to',
  messagingScopes: {
    course_mates: 'Those of their courses',
    staff_only: 'Nobody',
    everyone: 'Everybody',
  },
  messagingScopeHint: 'Counts when a conversation is started. Those that are there go on.',
  saved: 'Saved',
  notSaved: (problem: string) => `This could not be saved. ${problem}`,
};
