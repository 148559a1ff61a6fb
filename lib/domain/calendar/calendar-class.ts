import type { ClassSeries } from '../timetable/queries';

type Held = ClassSeries['meetings'][number];

/** One class as a calendar is told of it; also the form in which is kept what it was told last. Dates and times are local. */
export interface CalendarClass {
  /** Without our host. */
  readonly uid: string;
  readonly course: Held['course'];
  readonly entryType: Held['entry_type'];
  readonly first: string;
  readonly last: string;
  readonly stepDays: 7 | 14;
  readonly count: number;
  readonly planned: CalendarMeeting;
  /** Days on which it would be and is not: holidays. */
  readonly excluded: readonly string[];
  readonly changed: readonly (CalendarMeeting & {
    readonly day: string;
    readonly date: string;
    readonly isCancelled: boolean;
    readonly message: string;
  })[];
}

export interface CalendarMeeting {
  readonly start: string;
  readonly end: string;
  readonly room: string;
  readonly faculty: string;
}

/** The classes of somebody's calendar. What comes to them on single days alone is an event of its own for each. */
export function calendarClasses(series: readonly ClassSeries[]): CalendarClass[] {
  return series
    .flatMap((each) => {
      if (each.isOwn) return classOf(each.entryId, each);
      return each.meetings.flatMap((meeting) =>
        classOf(`${each.entryId}-${meeting.day}`, { ...each, days: [meeting.day], meetings: [meeting] }),
      );
    })
    .sort((a, b) => a.uid.localeCompare(b.uid));
}

/** None when it is held on no day at all. */
function classOf(uid: string, { days, meetings, stepDays }: ClassSeries): CalendarClass[] {
  const [meeting, first, last] = [meetings[0], days[0], days.at(-1)];
  if (!meeting || first === undefined || last === undefined) return [];
  const held = new Set(meetings.map(({ day }) => day));
  const changed = meetings
    .filter(({ status }) => status !== 'planned')
    .map((each) => ({
      day: each.day,
      date: each.date,
      ...meetingOf(each),
      isCancelled: each.status === 'cancelled',
      message: each.message,
    }))
    .sort((a, b) => a.day.localeCompare(b.day));
  const { course, entry_type: entryType } = meeting;
  return [
    {
      uid,
      course,
      entryType,
      first,
      last,
      stepDays,
      count: days.length,
      planned: meetingOf(meeting.planned ?? meeting),
      excluded: days.filter((day) => !held.has(day)),
      changed,
    },
  ];
}

const meetingOf = (held: Pick<Held, 'start_time' | 'end_time' | 'room' | 'faculty'>): CalendarMeeting => ({
  start: held.start_time,
  end: held.end_time,
  room: held.room?.code ?? '',
  faculty: held.faculty?.name ?? '',
});
