/** Query keys of how a user wants to be told. */
export const preferenceKeys = {
  all: ['notification-settings'],
  own: ['notification-settings', 'own'],
  withheld: ['notification-settings', 'withheld'],
  why: (id: string) => ['notification-settings', 'why', id],
  decisions: (personId: string, asked: string) => ['notification-settings', 'decisions', personId, asked],
} as const;
