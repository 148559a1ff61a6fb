import { universityNow } from '../timetable/university-now';

/** When somebody was scanned, on the clocks of the campus. */
export interface ScanTime {
  readonly date: string;
  /** Since midnight. */
  readonly minute: number;
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * `2026-11-27 10:02` is the university's local time, with or without seconds; with an offset, `2026-11-27T04:32:00Z`, it is
 * an instant of any zone. `null`: neither.
 */
export function readScanTime(text: string, timeZone: string): ScanTime | null {
  const [, year = '', month = '', day = '', hour, minute] = LOCAL.exec(text) ?? [];
  if (hour !== undefined && minute !== undefined) {
    const date = `${year}-${month}-${day}`;
    return isDate(date) ? { date, minute: Number(hour) * 60 + Number(minute) } : null;
  }
  const at = INSTANT.test(text) ? Date.parse(text.replace(' ', 'T').replace(' ', '')) : Number.NaN;
  return Number.isNaN(at) || at < 0 ? null : universityNow(timeZone, at);
}

/** The thirtieth of February is no day, though a clock would read it as one of March; nobody was scanned before 1970. */
const isDate = (date: string) => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return at >= 0 && new Date(at).toISOString().startsWith(date);
};
