import { tzOffset } from '@date-fns/tz/tzOffset';
import { readZonedTime } from '../announcement/zoned-time';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type SnoozeName = 'hour' | 'evening' | 'tomorrow' | 'week';

/** Until when something is put off, by name; `evening` is today's, or tomorrow's once it is evening. On the user's clock. */
export function snoozeTimes(zone: string, now: number): Record<SnoozeName, string> {
  const dateIn = (days: number) =>
    new Date(now + tzOffset(zone, new Date(now)) * 60_000 + days * DAY_MS).toISOString().slice(0, 10);
  const at = (days: number, clock: string) => {
    const time = readZonedTime(`${dateIn(days)}T${clock}`, zone);
    if (time.kind === 'moment') return time.at;
    return time.kind === 'skipped' ? time.instead : new Date(now + DAY_MS).toISOString();
  };
  const evening = at(0, '18:00');
  return {
    hour: new Date(now + HOUR_MS).toISOString(),
    evening: Date.parse(evening) > now ? evening : at(1, '18:00'),
    tomorrow: at(1, '08:00'),
    week: at(7, '08:00'),
  };
}
