/** The chapters of the API's document; every route stands in one. */
export const apiTags = {
  session: 'Signing in and out, and who is signed in',
  announcements: 'Written by staff, read by those they are for',
  notifications: "A user's own inbox",
  conversations: 'Messages between people, groups and courses, for those who are in them',
  timetable: 'Rooms, classes, what is different on a day, and the calendar file',
  people: 'The accounts of the university, and whom something can be addressed to',
  audit: 'Who changed what, before and after',
  courses: 'The catalogue, its terms and subjects, and who is enrolled',
  attendance: 'Who was in which class, what it means for them, and how it came to be',
  forum: 'The discussion of a course, and what was reported of what people say',
  settings: 'What is switched for the whole university',
  events: 'The event log: its catalogue, traces, and who looked behind the masks',
  service: 'The service itself',
} as const satisfies Record<string, string>;

export type ApiTag = keyof typeof apiTags;
