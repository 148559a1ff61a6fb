import { tzOffset } from '@date-fns/tz/tzOffset';
import { tzScan } from '@date-fns/tz/tzScan';

const DAY_MS = 86_400_000;

/**
 * The VTIMEZONE of a zone, good for the days between two dates: what applies at the first, and every change of the clocks
 * up to the last.
 */
export function zoneDefinition(timeZone: string, { from, to }: { from: string; to: string }): string {
  const start = new Date(Date.parse(from) - DAY_MS);
  const end = new Date(Date.parse(to) + 2 * DAY_MS);
  const first = tzOffset(timeZone, start);
  const changes = tzScan(timeZone, { start, end });
  const lowest = Math.min(first, ...changes.map(({ offset }) => offset));
  const parts = [
    observance({ at: start, before: first, after: first, lowest }),
    ...changes.map(({ date, change, offset }) =>
      observance({ at: date, before: offset - change, after: offset, lowest }),
    ),
  ];
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n');
}

function observance(given: { at: Date; before: number; after: number; lowest: number }): string[] {
  const { at, before, after, lowest } = given;
  const kind = after > lowest ? 'DAYLIGHT' : 'STANDARD';
  // The local time at which it begins, by the clock that was in use until then.
  const local = new Date(at.getTime() + before * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ];
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const text = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${text(Math.floor(size / 60))}${text(size % 60)}`;
}
