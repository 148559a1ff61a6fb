/** Query keys of how a user wants to be told. */
export const preferenceKeys = {
  all: ['notification-settings'],
  own: ['notification-settings', 'own'],
  rules: ['notification-settings', 'rules'],
} as const;
