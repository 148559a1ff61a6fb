import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { Reach } from '@/lib/contracts/http/reach';
import { ReachBars } from './reach-bars';

const none = { targeted: 4_212, delivered: 0, seen: 0, acknowledged: 0, outstanding: 4_212 };
const board = (counts: Partial<Reach['counts']>, asked = true): Reach => ({
  announcement_id: 'a1',
  acknowledgement_required: asked,
  counts: { ...none, ...counts },
  reminder: null,
});
/** The words of authors are a chunk of their own: they are there when this is over. */
async function open(reach: Reach) {
  vi.useRealTimers();
  const drawn = await act(async () => render(show(reach), { wrapper: EnglishText }));
  await screen.findByText('Targeted');
  vi.useFakeTimers();
  return drawn;
}
const show = (reach: Reach) => <ReachBars reach={reach} />;
const value = (label: string) => screen.getByText(label).parentElement?.textContent;

beforeAll(() => import('@/lib/client/text/en/reach'));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('shows how far it has come in numbers and shares, and no acknowledgements where none are asked for', async () => {
  const { rerender } = await open(board({ delivered: 2_106, seen: 1_053 }));
  expect(value('Targeted')).toBe('Targeted4,212');
  expect(value('Delivered')).toBe('Delivered2,10650%');
  expect(value('Seen')).toBe('Seen1,05325%');
  expect(value('Acknowledged')).toBe('Acknowledged00%');
  rerender(show(board({ delivered: 2_106 }, false)));
  expect(screen.queryByText('Acknowledged')).toBeNull();
});

it('divides nothing by nobody', async () => {
  await open(board({ targeted: 0, outstanding: 0 }));
  expect(value('Delivered')).toBe('Delivered00%');
});

it('marks the number that has just changed, and only for a while', async () => {
  const { rerender } = await open(board({ delivered: 1 }));
  expect(screen.queryByText('just now')).toBeNull();
  rerender(show(board({ delivered: 2 })));
  expect(screen.getByText('just now').parentElement?.textContent).toBe('Deliveredjust now');
  act(() => vi.advanceTimersByTime(10_000));
  expect(screen.queryByText('just now')).toBeNull();
});

it('says the numbers once they have come to rest, not each step', async () => {
  const { rerender } = await open(board({}));
  const said = () => screen.getByRole('status').textContent;
  const first = 'Of 4,212: 0 delivered, 0 seen, 0 acknowledged';
  for (let delivered = 1; delivered <= 20; delivered += 1) {
    rerender(show(board({ delivered })));
    act(() => vi.advanceTimersByTime(500));
    expect(said()).toBe(first);
  }
  act(() => vi.advanceTimersByTime(5_000));
  expect(said()).toBe('Of 4,212: 20 delivered, 0 seen, 0 acknowledged');
});
