import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDigest, nextQuiet } from './plan-quiet';

const zones = [
  'Europe/Vienna',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Santiago',
  'UTC',
];
const clock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minute) => `${`${Math.floor(minute / 60)}`.padStart(2, '0')}:${`${minute % 60}`.padStart(2, '0')}`);
const someWindow = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), from: clock, until: clock })
  .filter(({ from, until }) => from !== until);
const windows = fc.array(someWindow, { minLength: 1, maxLength: 6 });
const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 11, 31) });
const zone = fc.constantFrom(...zones);

/** What the clocks of a zone show, asked of the platform and not of our arithmetic. */
function shown(timeZone: string, at: number) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(of('weekday')) + 1;
  return { weekday, time: `${of('hour')}:${of('minute')}` };
}

/** Whether the clocks are put forward at a moment over a time, which may be the first of a day. */
function isForwardOver(timeZone: string, at: number, time: string): boolean {
  const [before, after] = [shown(timeZone, at - 60_000), shown(timeZone, at)];
  return after.time > time && (before.time < time || before.weekday !== after.weekday);
}

/** Whether a clock that shows this is within a window. */
function isQuiet(
  list: readonly { weekday: number; from: string; until: string }[],
  weekday: number,
  time: string,
) {
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  return list.some(({ weekday: day, from, until }) =>
    until > from
      ? day === weekday && time >= from && time < until
      : (day === weekday && time >= from) || (day === yesterday && time < until),
  );
}

describe('the next stretch of quiet', () => {
  it('is on whenever the clock on the wall is within a window, and is never over then', () => {
    fc.assert(
      fc.property(windows, zone, moment, (list, timeZone, at) => {
        const { weekday, time } = shown(timeZone, at);
        const quiet = nextQuiet(list, timeZone, at);
        if (quiet === null) return;
        expect(quiet.until).toBeGreaterThan(at);
        if (isQuiet(list, weekday, time)) expect(quiet.since).toBeLessThanOrEqual(at);
      }),
      { numRuns: 400 },
    );
  });

  it('begins and ends where the clock says so, and the clock is within a window just before its end', () => {
    fc.assert(
      fc.property(someWindow, zone, moment, (one, timeZone, at) => {
        const quiet = nextQuiet([one], timeZone, at);
        if (quiet === null) return;
        const [begin, end] = [shown(timeZone, quiet.since), shown(timeZone, quiet.until)];
        // A time that the clocks leave out is the one they are put forward to, at most a day later.
        if (begin.time === one.from) expect(begin.weekday).toBe(one.weekday);
        else expect(begin.time > one.from || begin.weekday !== one.weekday).toBe(true);
        if (end.time !== one.until) expect(isForwardOver(timeZone, quiet.until, one.until)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is an hour longer or shorter in the nights the clocks change', () => {
    const night = [{ weekday: 6, from: '22:00', until: '07:00' }];
    const hours = (at: string) => {
      const quiet = nextQuiet(night, 'Europe/Vienna', Date.parse(at));
      return quiet && (quiet.until - quiet.since) / 3_600_000;
    };
    expect(hours('2026-03-28T12:00:00Z')).toBe(8);
    expect(hours('2026-10-24T12:00:00Z')).toBe(10);
    expect(hours('2026-11-28T12:00:00Z')).toBe(9);
  });

  it('ends where the clocks are put forward over the first hour of a day', () => {
    const quiet = nextQuiet(
      [{ weekday: 6, from: '22:00', until: '00:30' }],
      'America/Santiago',
      Date.parse('2026-09-05T12:00:00Z'),
    );
    expect(quiet && new Date(quiet.until).toISOString()).toBe('2026-09-06T04:00:00.000Z');
  });

  it('joins windows that touch, over midnight and over the week', () => {
    const list = [
      { weekday: 7, from: '20:00', until: '00:00' },
      { weekday: 1, from: '00:00', until: '06:00' },
    ];
    expect(nextQuiet(list, 'UTC', Date.parse('2026-11-29T21:00:00Z'))).toEqual({
      since: Date.parse('2026-11-29T20:00:00Z'),
      until: Date.parse('2026-11-30T06:00:00Z'),
    });
    expect(nextQuiet([], 'UTC', 0)).toBeNull();
  });

  it('is not there in a window that the clocks leave out whole', () => {
    const list = [{ weekday: 7, from: '02:10', until: '02:50' }];
    const quiet = nextQuiet(list, 'Europe/Vienna', Date.parse('2026-03-28T12:00:00Z'));
    expect(quiet && new Date(quiet.since).toISOString()).toBe('2026-04-05T00:10:00.000Z');
  });
});

describe('the next digest', () => {
  it('is later, at most a day and an hour or a week and an hour away, at its time of its day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('daily' as const, 'weekly' as const),
        fc.integer({ min: 1, max: 7 }),
        clock,
        zone,
        moment,
        (frequency, weekday, time, timeZone, now) => {
          const at = nextDigest({ frequency, weekday, time }, timeZone, now);
          expect(at).toBeGreaterThan(now);
          expect(at - now).toBeLessThanOrEqual((frequency === 'daily' ? 1 : 7) * 86_400_000 + 7_200_000);
          const clockThen = shown(timeZone, at);
          if (clockThen.time === time && frequency === 'weekly') expect(clockThen.weekday).toBe(weekday);
          // Only where the clocks leave it out it is another time.
          if (clockThen.time !== time) expect(isForwardOver(timeZone, at, time)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});
