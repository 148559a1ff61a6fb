/** Query keys of what is shown of the timetable. */
export const timetableKeys = {
  all: ['timetable'],
  week: (asked: { day?: string | undefined; of: string; id?: string | undefined }) => [
    'timetable',
    'week',
    asked,
  ],
  rooms: ['timetable', 'rooms'],
  roomList: ['timetable', 'room-list'],
  teachers: (asked: object) => ['timetable', 'teachers', asked],
  freeRooms: ['timetable', 'free-rooms'],
  holidays: ['timetable', 'holidays'],
  calendar: ['timetable', 'calendar'],
  plans: ['timetable', 'plans'],
  plan: (id: string) => ['timetable', 'plan', id],
} as const;
