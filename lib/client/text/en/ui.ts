export const ui = {
  justNow: 'just now',
  optional: 'optional',
  message: 'Message',
  undo: 'Undo',
  tryAgain: 'Try again',
  reference: 'Reference',
  loading: 'Loading…',
  loadOlder: 'Load older',
  loadFailed: 'That did not work. Try again.',
  priority: { high: 'Important', urgent: 'Urgent' },
};
