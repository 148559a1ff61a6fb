/** Of walls; one open wall is one class. */
export const checkInKeys = {
  walls: ['check-in', 'wall'],
  wall: (sessionId: string) => ['check-in', 'wall', sessionId],
  code: (sessionId: string) => ['check-in-code', sessionId],
} as const;
