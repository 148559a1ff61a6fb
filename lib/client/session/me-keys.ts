/** Query keys of the signed-in user. */
export const meKeys = {
  all: ['me'],
  me: ['me', 'self'],
  sessions: ['me', 'sessions'],
} as const;
