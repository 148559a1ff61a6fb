import { expect, it } from 'vitest';
import { reach } from '@/lib/client/text/en/reach';
import type { ReminderView } from '@/lib/contracts/http/reach';
import { describeReminder, isRunning } from './describe-reminder';

const reminder = (change: Partial<ReminderView>): ReminderView => ({
  id: 'r1',
  every_seconds: 3_600,
  rounds: 2,
  started_at: '10:00',
  next_at: null,
  ended_at: '12:00',
  end_reason: null,
  ...change,
});
const said = (change: Partial<ReminderView>, outstanding = 3) =>
  describeReminder(reminder(change), { outstanding, words: reach.remind, time: (at) => at });

it('tells of a running one how often it went out and when it does again', () => {
  const running = { ended_at: null, next_at: '13:00' };
  expect(isRunning(reminder(running))).toBe(true);
  expect(said(running)).toBe('Running: 2 rounds so far, the next one 13:00.');
});

it('promises no further round when nobody has still to answer', () => {
  expect(said({ ended_at: null, next_at: '13:00', rounds: 1 }, 0)).toBe(
    'Running: 1 round so far. All have answered, so no further round is sent.',
  );
});

it('says how it ended, and that it did so by itself', () => {
  expect(isRunning(reminder({ end_reason: 'stopped' }))).toBe(false);
  expect(said({ end_reason: 'once', rounds: 1 })).toBe('Reminded once, 12:00.');
  expect(said({ end_reason: 'stopped' })).toBe('It was stopped, 12:00, after 2 rounds.');
  expect(said({ end_reason: 'everybody_answered' }, 0)).toContain('stopped by itself, 12:00, after 2 rounds');
  for (const state of ['archived', 'expired', 'deleted'])
    expect(said({ end_reason: state })).toContain('not public any more');
});
