import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { CalendarSection } from './calendar-section';

vi.mock('@/lib/client/session/me-context', () => ({ useMe: () => ({ role: 'student' }) }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('shows the address once, and ends it only when that is said twice', async () => {
  const sent: string[] = [];
  let created: string | null = null;
  vi.stubGlobal('fetch', async (_path: string, { method }: RequestInit) => {
    if (method !== 'GET') sent.push(String(method));
    if (method === 'DELETE') {
      created = null;
      return new Response(null, { status: 204 });
    }
    if (method === 'POST') {
      created = '2026-11-27T10:00:00Z';
      return Response.json({ url: 'https://campus.example/api/calendar/x.ics', created_at: created });
    }
    return Response.json({ created_at: created });
  });
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Suspense>
          <CalendarSection />
        </Suspense>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Make an address' }));
  expect(await screen.findByDisplayValue('https://campus.example/api/calendar/x.ics')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: 'End the address' }));
  expect(sent).toEqual(['POST']);
  fireEvent.click(screen.getByRole('button', { name: 'End the address' }));
  expect(await screen.findByRole('button', { name: 'Make an address' })).toBeTruthy();
  expect(sent).toEqual(['POST', 'DELETE']);
  expect(screen.queryByDisplayValue(/x\.ics/)).toBeNull();
});
