/** Query keys of what is shown of attendance. A push about a course reloads what stands below it. */
export const attendanceKeys = {
  all: ['attendance'],
  /** The classes that somebody can take the attendance of. */
  sessions: ['attendance', 'sessions'],
  sessionList: (asked: object) => ['attendance', 'sessions', asked],
  rosters: ['attendance', 'roster'],
  roster: (sessionId: string) => ['attendance', 'roster', sessionId],
  /** How students stand: their own numbers, those of a course, a department, a term. */
  standings: ['attendance', 'standing'],
  standing: (asked: object) => ['attendance', 'standing', asked],
  checkIn: (sessionId: string) => ['attendance', 'check-in', sessionId],
  history: (sessionId: string) => ['attendance', 'history', sessionId],
  requests: ['attendance', 'requests'],
  requestList: (asked: object) => ['attendance', 'requests', asked],
  reports: ['attendance', 'reports'],
  settings: ['attendance', 'settings'],
} as const;
