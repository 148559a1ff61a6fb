export const keyboard = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  groups: { anywhere: 'Anywhere', pages: 'Go to', lists: 'In lists' },
  andThen: 'then',
  nextRow: 'Next row',
  previousRow: 'Previous row',
  openRow: 'Open the row',
  showAll: 'Show all shortcuts',
  openPalette: 'Search and commands',
  enter: 'Enter',
  control: 'Ctrl',
  off: 'Shortcuts of a single key are switched off. You can switch them on in your profile.',
};
