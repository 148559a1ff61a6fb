import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleMe } from '@/components/course/testing/sample-course';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { MeProvider } from '@/lib/client/session/me-context';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { StartDialog } from './start-dialog';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }) }));

const people = ['Ada', 'Ben', 'Cem'].map((name) => ({
  id: name,
  name,
  role: 'student',
  is_owner: false,
  reason: 'course_mate',
}));
let keys: (string | null)[];

beforeEach(() => {
  keys = [];
  vi.stubGlobal('fetch', async (_path: string, { method, headers }: RequestInit) => {
    if (method === 'GET') return Response.json({ items: people });
    keys.push(new Headers(headers).get('idempotency-key'));
    return problemAnswer(503, 'service.unavailable');
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function choose(name: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText('To'), { target: { value: name } });
  fireEvent.pointerDown(await screen.findByRole('option', { name: new RegExp(name) }));
}
async function start(): Promise<void> {
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start' }).disabled).toBe(false),
  );
  const before = keys.length;
  fireEvent.click(screen.getByRole('button', { name: 'Start' }));
  await waitFor(() => expect(keys).toHaveLength(before + 1));
}

it('what could not be sent is sent again under its key, and what was changed since under another', async () => {
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <MeProvider me={sampleMe('student')}>
          <Suspense>
            <EnglishText>
              <StartDialog onClose={() => undefined} />
            </EnglishText>
          </Suspense>
        </MeProvider>
      </QueryClientProvider>,
    );
  });
  await choose('Ada');
  await choose('Ben');
  fireEvent.change(screen.getByLabelText('Name of the group'), { target: { value: 'Study' } });
  await start();
  await screen.findByRole('alert');
  await start();
  fireEvent.change(screen.getByLabelText('Name of the group'), { target: { value: 'Study group' } });
  await start();
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});
