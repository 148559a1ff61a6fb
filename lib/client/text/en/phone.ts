/** Where text messages go. */
export const phone = {
  title: 'Text messages',
  label: 'Phone number',
  hint: 'With the code of the country, such as +43 664 1234567. Leave it empty to get no text messages.',
  loading: 'Looking up your phone number',
  failed: 'Your phone number could not be looked up',
  save: 'Save',
  saved: 'Your phone number is saved',
  wrong: 'This is no number in international form',
  notSaved: (reason: string) => `Your phone number is as it was. ${reason}`,
};
