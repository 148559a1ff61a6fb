/** What nobody can switch off: for administrators alone. */
export const notificationRule = {
  title: 'What nobody can switch off',
  back: 'Notifications sent',
  hint: 'Quiet hours hold these back too; only what is urgent comes through them.',
  loading: 'Loading the rules',
  notLoaded: 'The rules could not be loaded',
  category: 'About',
  cell: (category: string, channel: string) => `${category}, ${channel}`,
  never: 'Nothing was ever made mandatory.',
  changed: 'Last changed',
  by: (name: string) => `by ${name}`,
  history: 'All changes',
  save: 'Save',
  discard: 'Take back',
  saved: 'The rules are saved; they hold for what is sent from now on',
  newer: {
    title: 'Another administrator has saved other rules meanwhile.',
    theirs: 'Theirs',
    nothing: 'nothing is mandatory',
    take: 'Take theirs',
    keep: 'Save mine',
  },
};
