import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPart, momentOf, readZonedTime, zonedValue } from './zoned-time';

const berlin = 'Europe/Berlin';

describe('a local time of a zone', () => {
  it.each([
    ['2026-11-24T10:00', berlin, '2026-11-24T09:00:00.000Z'],
    ['2026-07-24T10:00', berlin, '2026-07-24T08:00:00.000Z'],
    ['2026-07-24T10:00:30', berlin, '2026-07-24T08:00:30.000Z'],
    ['2026-11-24T00:00', 'Asia/Kolkata', '2026-11-23T18:30:00.000Z'],
    ['2026-11-24T20:00', 'America/New_York', '2026-11-25T01:00:00.000Z'],
    ['2026-11-24T10:00', 'UTC', '2026-11-24T10:00:00.000Z'],
    ['2026-11-24T10:00', 'Pacific/Kiritimati', '2026-11-23T20:00:00.000Z'],
  ])('%s in %s is %s', (value, zone, at) => {
    expect(momentOf(value, zone)).toBe(at);
    expect(zonedValue(at, zone)).toBe(value);
  });

  it.each([
    ['an hour', '2026-03-29T02:30', berlin, '2026-03-29T01:30:00.000Z'],
    ['half an hour', '2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-03T15:40:00.000Z'],
    ['a day', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
  ])('says that the clock is put forward over it by %s', (_by, value, zone, instead) => {
    expect(readZonedTime(value, zone)).toEqual({ kind: 'skipped', instead });
    expect(momentOf(value, zone)).toBeNull();
  });

  it('is two moments where the clock is put back, and the offset says which', () => {
    const [first, second] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];
    expect(readZonedTime('2026-10-25T02:30', berlin)).toEqual({
      kind: 'moment',
      at: first,
      choices: [
        { at: first, offset: '+02:00' },
        { at: second, offset: '+01:00' },
      ],
    });
    expect(momentOf('2026-10-25T02:30+01:00', berlin)).toBe(second);
    expect(zonedValue(second, berlin)).toBe('2026-10-25T02:30+01:00');
    expect(zonedValue(first, berlin)).toBe('2026-10-25T02:30+02:00');
    expect(localPart('2026-10-25T02:30+01:00')).toBe('2026-10-25T02:30');
  });

  it.each([
    ['', 'empty'],
    ['soon', 'unreadable'],
    ['2026-13-01T10:00', 'unreadable'],
    ['2026-11-24', 'unreadable'],
  ])('%j is %s', (value, kind) => {
    expect(readZonedTime(value, berlin).kind).toBe(kind);
  });

  it('every moment comes back from what the field shows of it', () => {
    const zones = [berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca'];
    const seconds = fc.integer({ min: Date.UTC(2020) / 1_000, max: Date.UTC(2040) / 1_000 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const at = new Date(second * 1_000).toISOString();
        expect(momentOf(zonedValue(at, zone), zone)).toBe(at);
      }),
    );
  });
});
