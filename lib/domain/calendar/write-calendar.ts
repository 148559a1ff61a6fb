import { TZDate } from '@date-fns/tz/date';
import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventRepeatingFreq,
  ICalEventStatus,
} from 'ical-generator';
import type { Locale } from '@/lib/contracts/http/locale';
import type { CalendarClass, CalendarMeeting } from './calendar-class';
import { calendarTexts } from './calendar-texts';
import type { ToldClass } from './remember-classes';
import { zoneDefinition } from './zone-definition';

export interface CalendarSetting {
  readonly timeZone: string;
  readonly locale: Locale | null;
  readonly publicOrigin: string;
}

/** The text of an iCalendar file (RFC 5545). The same classes make the same text. */
export function writeCalendar(told: readonly ToldClass[], setting: CalendarSetting): string {
  const dates = told.flatMap((each) => [each.class.first, each.class.last]).sort();
  const range = { from: dates[0] ?? '2026-01-01', to: dates.at(-1) ?? '2026-12-31' };
  const calendar = ical({
    name: calendarTexts(setting.locale).name,
    prodId: { company: 'NimbusU', product: 'timetable', language: (setting.locale ?? 'en').toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
    // No zone of the whole file: the library would write the time stamps in it, and they have to be in UTC.
    timezone: { name: null, generator: (name) => zoneDefinition(name, range) },
  });
  for (const each of told) writeClass(calendar, each, setting);
  return calendar.toString();
}

function writeClass(calendar: ICalCalendar, told: ToldClass, setting: CalendarSetting): void {
  const { class: taught } = told;
  const at = (date: string, time: string) => localTime(setting.timeZone, date, time);
  const common = {
    id: `${taught.uid}@${new URL(setting.publicOrigin).hostname}`,
    timezone: setting.timeZone,
    sequence: told.sequence,
    stamp: told.changedAt,
    lastModified: told.changedAt,
    url: `${setting.publicOrigin}/courses/${taught.course.id}`,
  };
  const { planned, first, stepDays, count } = taught;
  const exclude = taught.excluded.map((day) => at(day, planned.start));
  const repeating = {
    freq: ICalEventRepeatingFreq.WEEKLY,
    ...(stepDays === 14 ? { interval: 2 } : {}),
    // A count means the same in every zone; an end would have to be told in UTC.
    count,
    ...(exclude.length > 0 ? { exclude } : {}),
  };
  calendar.createEvent({
    ...common,
    ...describe(taught, planned, { setting, isCancelled: told.isGone, message: '' }),
    start: at(first, planned.start),
    end: at(first, planned.end),
    ...(count > 1 ? { repeating } : {}),
  });
  if (told.isGone) return;
  for (const change of taught.changed)
    calendar.createEvent({
      ...common,
      ...describe(taught, change, { setting, isCancelled: change.isCancelled, message: change.message }),
      recurrenceId: at(change.day, planned.start),
      start: at(change.date, change.start),
      end: at(change.date, change.end),
    });
}

function describe(
  { course, entryType }: CalendarClass,
  { room, faculty }: CalendarMeeting,
  { setting, isCancelled, message }: { setting: CalendarSetting; isCancelled: boolean; message: string },
): Pick<ICalEventData, 'summary' | 'location' | 'description' | 'status'> {
  const texts = calendarTexts(setting.locale);
  const title = `${course.code} ${course.name}`;
  const about = [texts.kinds[entryType], faculty, message].filter((line) => line !== '');
  return {
    summary: isCancelled ? `${texts.cancelled}: ${title}` : title,
    ...(room === '' ? {} : { location: room }),
    description: about.join('\n'),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}

function localTime(timeZone: string, date: string, time: string): TZDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new TZDate(year, month - 1, day, hour, minute, timeZone);
}
