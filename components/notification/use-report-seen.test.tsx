import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleNotification, sampleTime } from '@/lib/client/realtime/testing/sample-rows';
import type { NotificationView } from '@/lib/contracts/http/notification';
import { useReportSeen } from './use-report-seen';

const [first, second] = [sampleNotification(1), sampleNotification(2)];
let visibility: DocumentVisibilityState;
let sent: string[][];

beforeEach(() => {
  vi.useFakeTimers();
  visibility = 'visible';
  sent = [];
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body).ids);
    return Response.json({ seen_count: 1, seen_at: sampleTime(60) });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function show(...rows: NotificationView[]) {
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  return renderHook((shown: NotificationView[]) => useReportSeen(shown), { wrapper, initialProps: rows });
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it('reports what stays on screen, not what flies by', async () => {
  const { rerender } = show(first);
  await pass(300);
  rerender([second]);
  await pass(1_000);
  expect(sent).toEqual([[second.id]]);
});

it('reports nothing of a page in the background, until it comes to the front', async () => {
  visibility = 'hidden';
  show(first);
  await pass(5_000);
  expect(sent).toEqual([]);
  visibility = 'visible';
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await pass(100);
  expect(sent).toEqual([[first.id]]);
});

it('goes on showing as new what was new when it was shown, until it is read', async () => {
  const { result, rerender } = show(first, { ...second, seen_at: sampleTime(3) });
  const isNew = (row: NotificationView) => result.current(row);
  expect([first, { ...second, seen_at: sampleTime(3) }].map(isNew)).toEqual([true, false]);
  await pass(1_000);
  const seen = { ...first, seen_at: sampleTime(60) };
  rerender([seen]);
  expect(isNew(seen)).toBe(true);
  expect(isNew({ ...seen, read_at: sampleTime(61) })).toBe(false);
});
