/** Whatever the board shows begins with this. */
export const commandKey = ['notification-commands'] as const;
