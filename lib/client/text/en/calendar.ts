/** The subscription of a calendar program to the own classes. */
export const calendar = {
  title: 'Calendar subscription',
  loading: 'Looking for your calendar address',
  failed: 'Your calendar address could not be looked up',
  about:
    'Your classes in the calendar of your phone or computer, with what is cancelled and moved. Whoever knows the address can read them: keep it to yourself.',
  since: (date: string) =>
    `There is an address since ${date}. It was shown once; if you have lost it, make a new one.`,
  create: 'Make an address',
  renew: 'Make a new address',
  revoke: 'End the address',
  revoked: 'The address has ended',
  ends: 'Calendars that use the present address get nothing more from it.',
  keep: 'Keep it',
  address: 'Address',
  addressHint: 'Add it in your calendar as a subscription (“from URL”). It is not shown again.',
  copy: 'Copy',
  copied: 'The address is copied',
  notCopied: 'The address could not be copied; mark it and copy it by hand',
  notDone: (reason: string) => `The address is as it was. ${reason}`,
};
