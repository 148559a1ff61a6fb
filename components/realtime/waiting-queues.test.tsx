import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleMe } from '@/components/course/testing/sample-course';
import type { QueuedMessage } from '@/lib/client/conversation/message-queue';
import { keyOf } from '@/lib/client/queue/kept-names';
import { MeProvider } from '@/lib/client/session/me-context';
import { WaitingQueues } from './waiting-queues';

const me = sampleMe('student');
const written: QueuedMessage = {
  client_id: 'k1',
  conversation_id: 'c1',
  text: 'Written in the tunnel',
  reply_to_id: null,
  mentioned_ids: [],
  file: null,
  queued_at: '2026-11-27T10:00:00Z',
  refused: null,
};
const sent = {
  ...{ id: 'm1', conversation_id: 'c1', seq: 1, client_id: 'k1', sender: { id: me.id, name: me.name } },
  ...{ type: 'text', text: written.text, reply_to: null, mentioned_ids: [], file: null },
  ...{ sent_at: '2026-11-27T10:05:00Z', edited_at: null, deleted_at: null, revision: 1 },
};

let posts: { path: string; body: unknown }[];
beforeEach(() => {
  posts = [];
  localStorage.clear();
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method === 'POST') posts.push({ path, body: JSON.parse(String(init.body)) });
    return Response.json(sent);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const openAnyPage = () =>
  act(async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <MeProvider me={me}>
          <WaitingQueues />
        </MeProvider>
      </QueryClientProvider>,
    );
  });

it('sends a message that a closed page has left, whichever page is opened next', async () => {
  localStorage.setItem(keyOf('messages', me.id), JSON.stringify({ of: me.session_id, value: [written] }));
  await openAnyPage();
  await expect.poll(() => posts.length).toBe(1);
  expect(posts[0]).toMatchObject({
    path: '/api/conversations/c1/messages',
    body: { client_id: 'k1', text: 'Written in the tunnel' },
  });
  await expect.poll(() => localStorage.getItem(keyOf('messages', me.id))).toBeNull();
});

it('asks for nothing where nothing waits', async () => {
  await openAnyPage();
  expect(posts).toEqual([]);
});
