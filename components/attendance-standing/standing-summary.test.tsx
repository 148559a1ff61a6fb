import { cleanup, render, screen } from '@testing-library/react';
import { act, Suspense } from 'react';
import { afterEach, expect, it } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { CourseStanding } from '@/lib/contracts/http/attendance-standing';
import { StandingSummary } from './standing-summary';

afterEach(cleanup);

const goal = { warning_percentage: 75, critical_percentage: 65, minimum_sessions: 4 };
const standing: CourseStanding = {
  course: { id: 'c1', code: 'CS204', name: 'Algorithms', section: 'A' },
  ...{ present: 3, late: 0, excused: 0, absent: 2, counted: 5, points: 3, absent_in_row: 2 },
  ...{ percentage: 60, best_percentage: 86.66, can_miss: 2, remaining: 10, level: 'critical' },
  trend: [100, 100, 100, 75, 60],
  alerts: [],
};

async function show(change: Partial<CourseStanding>): Promise<string> {
  // Its words are fetched: until they have come it is not drawn.
  const { container } = await act(async () =>
    render(
      <Suspense>
        <StandingSummary standing={{ ...standing, ...change }} goal={goal} />
      </Suspense>,
      { wrapper: EnglishText },
    ),
  );
  await screen.findByText(/to come/);
  return container.textContent ?? '';
}

it.each([
  ['what can still be missed', {}, 'You can miss 2 more and end at 75 %'],
  ['that nothing can be missed', { can_miss: 0 }, 'You can miss no more to end at 75 %'],
  ['that it is out of reach', { can_miss: -3 }, '75 % cannot be reached any more'],
] as const)('says %s', async (_what, change, words) => {
  expect(await show(change)).toContain(words);
});

it('says nothing of missing where no class is to come', async () => {
  const text = await show({ remaining: 0, counted: 0, percentage: null, can_miss: 0, trend: [] });
  expect(text).toContain('No class counts yet');
  expect(text).not.toContain('can miss');
});

it('says of an alert which class tipped it', async () => {
  const alert = {
    id: 'a1',
    rule: 'percentage',
    level: 'critical',
    raised_at: '2026-11-27T10:00:00.000Z',
  } as const;
  const numbers = { percentage: 60, threshold: 65, absent_in_row: 2 };
  const text = await show({
    alerts: [{ ...alert, ...numbers, class: { date: '2026-11-24', start_time: '10:00' } }],
  });
  expect(text).toMatch(/Critical: 60 %, below 65 % after the class of Tue,? 24 Nov, 10:00/);
});
