export const layout = {
  skip: 'Skip to content',
  toHome: 'NimbusU, home',
  main: 'Main',
  places: { home: 'Home', inbox: 'Inbox', announcements: 'Announcements', write: 'Write' },
  theme: 'Colour theme',
  themes: { light: 'Light', dark: 'Dark', system: 'As the device' },
  accountOf: (name: string) => `Account of ${name}`,
  roles: { student: 'Student', faculty: 'Faculty', admin: 'Administrator' },
  signOut: 'Sign out',
  stillSignedIn: 'You are still signed in: the server could not be reached. Try again when you are online.',
};
