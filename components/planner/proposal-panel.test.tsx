import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { TimetableProposal } from '@/lib/contracts/http/timetable-proposal';
// Fetched beside the answer: on a slow machine that alone could take longer than a test waits.
import { ProposalPanel } from './proposal-panel';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Proposal = NonNullable<TimetableProposal['proposal']>;

const best: NonNullable<Proposal['best']> = {
  hard: { lectures: 0, room_occupancy: 0, conflicts: 0, availability: 0 },
  soft: { room_capacity: 3, minimum_working_days: 5, isolated_lectures: 2, room_stability: 1 },
  violations: 0,
  penalty: 11,
};
const running: Proposal = {
  status: 'running',
  progress: 0.25,
  seconds: 30,
  version: 4,
  best: null,
  moved: 0,
  added: 0,
};
const done: Proposal = { ...running, status: 'done', progress: 1, best, moved: 7, added: 2 };

/** A server with one proposal; while it is down it answers nothing. */
async function open(first: Proposal | null, acceptStatus = 200) {
  const sent: string[] = [];
  const server = { proposal: first, sent, isDown: false };
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    const path = _path.replace('/api/timetables/t/proposal', '') || '/';
    if (server.isDown) throw new TypeError('fetch failed');
    if (init.method !== 'GET')
      server.sent.push(
        [init.method, path, init.body, new Headers(init.headers).get('if-match')].filter(Boolean).join(' '),
      );
    if (init.method === 'DELETE') {
      server.proposal = server.proposal?.status === 'running' ? { ...done, status: 'cancelled' } : null;
      return new Response(null, { status: 204 });
    }
    if (path === '/accept') {
      if (acceptStatus === 200) return Response.json({ version: 5, moved: 7, added: 2 });
      return problemAnswer(acceptStatus, 'precondition.failed');
    }
    if (init.method === 'POST') server.proposal = running;
    return Response.json({ proposal: server.proposal }, { status: init.method === 'POST' ? 202 : 200 });
  });
  const onClose = vi.fn();
  await act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Suspense>
          <ProposalPanel id="t" onClose={onClose} />
        </Suspense>
      </QueryClientProvider>,
      { wrapper: EnglishText },
    );
  });
  return { server, onClose };
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

it('is begun, watched, and taken over with the version it began from', async () => {
  const { server, onClose } = await open(null);
  fireEvent.change(await screen.findByLabelText('How long to search'), { target: { value: '10' } });
  await press('Search');
  const bar = await screen.findByRole('progressbar');
  expect(bar.getAttribute('value')).toBe('0.25');
  server.proposal = done;
  await screen.findByText('Penalty: 11');
  expect(screen.getByText('Classes that would be new: 2')).toBeTruthy();
  expect(screen.getByText('Students without a seat').nextSibling?.textContent).toBe('3');
  expect(screen.queryByRole('progressbar')).toBeNull();
  await press('Take it over into the draft');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(server.sent).toEqual(['POST / {"seconds":10}', 'POST /accept "v4"']);
});

it('is ended with the best so far, then dismissed', async () => {
  const { server } = await open(running);
  await press('Stop the search');
  await screen.findByText('Stopped: this is the best so far.');
  await press('Dismiss it');
  await screen.findByRole('button', { name: 'Search' });
  expect(screen.queryByText('Penalty: 11')).toBeNull();
  expect(server.sent).toEqual(['DELETE /', 'DELETE /']);
});

it('says when the draft has changed meanwhile, and does not offer it again', async () => {
  const { onClose } = await open(done, 412);
  await press('Take it over into the draft');
  expect((await screen.findByRole('alert')).textContent).toContain('The draft has changed');
  const button = screen.getByRole('button', { name: 'Take it over into the draft' });
  expect(button.hasAttribute('disabled')).toBe(true);
  expect(onClose).not.toHaveBeenCalled();
});

it('says that a search is lost when the server has been started again, and begins another', async () => {
  const { server } = await open(running);
  await screen.findByRole('progressbar');
  server.isDown = true;
  await screen.findByText('The server does not answer; looking again.');
  // It has forgotten what was in its memory.
  server.proposal = null;
  server.isDown = false;
  await screen.findByText(/^The search is lost/);
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(screen.queryByText('The server does not answer; looking again.')).toBeNull();
  await press('Search');
  await screen.findByRole('progressbar');
  expect(screen.queryByText(/^The search is lost/)).toBeNull();
});

it('does not call a search lost that was dismissed, or that nobody began', async () => {
  const { server } = await open(done);
  await press('Dismiss it');
  await screen.findByRole('button', { name: 'Search' });
  expect(screen.queryByText(/^The search is lost/)).toBeNull();
  expect(server.sent).toEqual(['DELETE /']);
});
