import { expect, it } from 'vitest';
import { NotificationCategory, NotificationChannel } from '@/lib/contracts/http/notification-category';
import type { NotificationSettings } from '@/lib/contracts/http/notification-preference';
import { applyChange, categoryNames, cellOf, channelNames } from './apply-change';
import { snoozeTimes } from './snooze-times';

const settings: NotificationSettings = {
  version: 3,
  preset: 'important',
  own: [],
  mandatory: [{ category: 'security', channels: ['email'] }],
  quiet_hours: [],
  quiet: null,
  paused_until: null,
  digest: { frequency: 'daily', weekday: 1, time: '18:00' },
  digest_at: null,
  time_zone: 'Europe/Vienna',
  has_phone: false,
  courses: [],
};

it('knows every category and channel there is', () => {
  expect([...categoryNames].sort()).toEqual([...NotificationCategory.options].sort());
  expect([...channelNames].sort()).toEqual([...NotificationChannel.options].sort());
});

it('follows the preset but for an own choice, and what is mandatory before both', () => {
  const changed = applyChange(settings, {
    own: [
      { category: 'material', email: 'digest' },
      { category: 'security', email: 'off' },
    ],
  });
  expect(cellOf(settings, 'material', 'email')).toEqual({ mode: 'off', isOwn: false, isMandatory: false });
  expect(cellOf(changed, 'material', 'email')).toEqual({ mode: 'digest', isOwn: true, isMandatory: false });
  expect(cellOf(changed, 'security', 'email')).toMatchObject({ mode: 'on', isMandatory: true });
  expect(applyChange(changed, { own: [{ category: 'material', email: null }] }).own).toHaveLength(1);
  expect(applyChange(changed, { preset: 'quiet' })).toMatchObject({ preset: 'quiet', own: [] });
  expect(applyChange(changed, { paused_until: null, digest: settings.digest })).toMatchObject({
    own: changed.own,
  });
});

it('puts off on the reader’s clock, over the change of the clocks too', () => {
  const at = (now: string, zone = 'Europe/Vienna') => snoozeTimes(zone, Date.parse(now));
  expect(at('2026-11-27T10:00:00Z')).toEqual({
    hour: '2026-11-27T11:00:00.000Z',
    evening: '2026-11-27T17:00:00.000Z',
    tomorrow: '2026-11-28T07:00:00.000Z',
    week: '2026-12-04T07:00:00.000Z',
  });
  expect(at('2026-11-27T19:00:00Z').evening).toBe('2026-11-28T17:00:00.000Z');
  expect(at('2026-10-24T10:00:00Z').tomorrow).toBe('2026-10-25T07:00:00.000Z');
  expect(at('2026-11-27T20:00:00Z', 'Asia/Kolkata').tomorrow).toBe('2026-11-29T02:30:00.000Z');
});
