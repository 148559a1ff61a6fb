export const page = {
  description: 'The university portal that is up to date by itself.',
  failed: {
    title: 'This page could not be shown',
    text: 'Something went wrong on our side. What you have sent is kept; you can try again.',
  },
  missing: {
    name: 'No such page',
    title: 'There is no such page',
    text: 'The address may be mistyped, or what was here is gone.',
    toHome: 'To your home page',
  },
};
