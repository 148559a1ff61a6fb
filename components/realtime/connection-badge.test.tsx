import { cleanup, render, screen } from '@testing-library/react';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { ConnectionState } from './connection-badge';

const now = new Date(2026, 10, 24, 10, 2, 0);

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it.each([
  [{ status: 'connecting' as const }, 'Connecting'],
  [{ status: 'live' as const }, 'Live'],
  [{ status: 'offline' as const, since: now.getTime() }, 'Offline since 10:02'],
])('says %o in words', (connection, words) => {
  render(<ConnectionState connection={connection} />, { wrapper: EnglishText });
  expect(screen.getByRole('status', { name: 'Connection' }).textContent).toBe(words);
});

it('counts the seconds for the eye, and tells a screen reader once', () => {
  render(<ConnectionState connection={{ status: 'reconnecting', since: now.getTime() }} />, {
    wrapper: EnglishText,
  });
  expect(screen.getByText('Reconnecting, 0 s')).toBeTruthy();
  act(() => vi.advanceTimersByTime(3_000));
  expect(screen.getByText('Reconnecting, 3 s').getAttribute('aria-hidden')).toBe('true');
  expect(screen.getByRole('status', { name: 'Connection' }).textContent).toBe('Reconnecting');
});
