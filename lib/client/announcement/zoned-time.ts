import { tzOffset } from '@date-fns/tz/tzOffset';

/**
 * What a `datetime-local` field holds, as time of a zone. `skipped`: the clock is put forward over it, `instead` is as far
 * behind the change as it would have been. `choices`: the moments the clock shows so, two when it is put back over it.
 */
export type ZonedTime =
  | { kind: 'empty' }
  | { kind: 'unreadable' }
  | { kind: 'skipped'; instead: string }
  | { kind: 'moment'; at: string; choices: readonly ZonedChoice[] };

export interface ZonedChoice {
  at: string;
  /** "+02:00" */
  offset: string;
}

const LOCAL = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)([+-]\d\d:\d\d)?$/;
const minute = 60_000;
const day = 24 * 60 * minute;

/** Reads a local time, behind it perhaps the offset that says which of two moments is meant; without it the earlier. */
export function readZonedTime(value: string, zone: string): ZonedTime {
  if (value === '') return { kind: 'empty' };
  const [, local, chosen] = LOCAL.exec(value) ?? [];
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return { kind: 'unreadable' };
  const around = [wall - day, wall + day].map((at) => tzOffset(zone, new Date(at)));
  const [before = 0] = around;
  const choices = [...new Set(around)]
    .map((offset) => ({ offset, at: wall - offset * minute }))
    .filter(({ offset, at }) => tzOffset(zone, new Date(at)) === offset)
    .map(({ offset, at }) => ({ offset: writeOffset(offset), at: new Date(at).toISOString() }))
    .sort((a, b) => a.at.localeCompare(b.at));
  const meant = choices.find(({ offset }) => offset === chosen) ?? choices[0];
  if (!meant) return { kind: 'skipped', instead: new Date(wall - before * minute).toISOString() };
  return { kind: 'moment', at: meant.at, choices };
}

/** The moment of a field's value; `null` when there is none. */
export function momentOf(value: string, zone: string): string | null {
  const time = readZonedTime(value, zone);
  return time.kind === 'moment' ? time.at : null;
}

/** A moment as the field shows it, with its offset where the clock shows it twice. */
export function zonedValue(at: string, zone: string): string {
  const offset = tzOffset(zone, new Date(at));
  const local = localPart(new Date(Date.parse(at) + offset * minute).toISOString().slice(0, 19));
  const read = readZonedTime(local, zone);
  return read.kind === 'moment' && read.choices.length > 1 ? `${local}${writeOffset(offset)}` : local;
}

/** What the field itself can show of a value: no offset, and seconds only where there are some. */
export function localPart(value: string): string {
  return (LOCAL.exec(value)?.[1] ?? '').replace(/:00$/, (seconds, at) => (at > 13 ? '' : seconds));
}

function writeOffset(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

const two = (value: number) => `${value}`.padStart(2, '0');
