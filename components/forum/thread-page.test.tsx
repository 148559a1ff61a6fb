import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleMe } from '@/components/course/testing/sample-course';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { useShortcutKeys } from '@/lib/client/keyboard/use-shortcuts';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import { MeProvider } from '@/lib/client/session/me-context';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { ForumReplyView, ForumThread } from '@/lib/contracts/http/forum';
import { ThreadPage } from './thread-page';

vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));
vi.mock('@/lib/client/realtime/realtime-provider', () => ({ useIsFresh: () => false }));
vi.mock('@/components/realtime/stale-note', () => ({ StaleNote: () => null }));

const written = {
  created_at: '2026-11-27T10:00:00Z',
  edited_at: null,
  deleted_at: null,
  hidden_at: null,
  version: 1,
};
const reply = (seq: number, change: Partial<ForumReplyView> = {}): ForumReplyView => ({
  ...written,
  id: `r${seq}`,
  post_id: 'p1',
  seq,
  parent_id: null,
  content: `Words of ${seq}`,
  author: { id: 'other', name: `Writer ${seq}`, is_staff: false },
  ...change,
});
const sample = (change: Partial<ForumThread> = {}): ForumThread => ({
  ...written,
  id: 'p1',
  course_id: 'c1',
  author: { id: 'other', name: 'Asker', is_staff: false },
  title: 'Why?',
  content: 'Tell **me**',
  tags: [],
  active_at: written.created_at,
  reply_count: 3,
  pinned_at: null,
  locked_at: null,
  accepted_id: null,
  is_new: false,
  unread_count: 1,
  read_seq: 2,
  level: null,
  course: { id: 'c1', code: 'CS204', name: 'Algorithms' },
  may_moderate: false,
  may_reply: true,
  accepted: null,
  ...change,
});

let queryClient: QueryClient;
let thread: ForumThread;
let replies: ForumReplyView[];
let sent: { path: string; body: unknown; key: string | null }[];
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  sessionStorage.clear();
  thread = sample();
  replies = [reply(1), reply(2, { parent_id: 'r1' }), reply(3)];
  sent = [];
  answer = () => Response.json(reply(4), { status: 201 });
  queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  });
  setCacheReader(queryClient, { id: 'u1', role: 'student', departmentId: null });
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method === 'GET')
      return Response.json(path.includes('/replies') ? { items: replies, next_after: null } : thread);
    sent.push({
      path,
      body: JSON.parse(String(init.body)),
      key: new Headers(init.headers).get('idempotency-key'),
    });
    if (path.endsWith('/read')) return Response.json({ post_id: 'p1', read_seq: 3 });
    return answer();
  });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

function Keys() {
  useShortcutKeys();
  return null;
}

async function show(): Promise<void> {
  await act(async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <MeProvider me={sampleMe('student')}>
          <Suspense>
            <EnglishText>
              <Keys />
              <ThreadPage courseId="c1" postId="p1" />
            </EnglishText>
          </Suspense>
        </MeProvider>
      </QueryClientProvider>,
    );
  });
  await screen.findByText('Words of 3');
}
const field = () => screen.findByLabelText<HTMLTextAreaElement>('Your reply');
const replySent = () => sent.filter(({ path }) => path.endsWith('/replies'));
async function write(words: string): Promise<void> {
  const textarea = await field();
  fireEvent.change(textarea, { target: { value: words } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Send' })));
}

it('shows where the new ones begin, answers beside what they answer, and says that all is read', async () => {
  await show();
  const line = screen.getByText('New since your last visit');
  const third = screen.getByRole('article', { name: 'Writer 3' });
  expect(line.compareDocumentPosition(third)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(
    within(screen.getByRole('article', { name: 'Writer 2' }).closest('ol') ?? third).queryByText(
      'Words of 1',
    ),
  ).toBeNull();
  await waitFor(() =>
    expect(sent).toEqual([{ path: '/api/forum/posts/p1/read', body: { seq: 3 }, key: null }]),
  );
  // Read, it stays where it is for this visit.
  expect(screen.getByText('New since your last visit')).toBe(line);
  expect(screen.getByRole('button', { name: 'To 1 new reply' })).toBeTruthy();
});

it('a reply stands there at once, as on its way, and then among the others', async () => {
  await show();
  let arrive = (_response: Response) => {};
  answer = () =>
    new Promise((resolve) => {
      arrive = resolve;
    });
  await write('Because of that');
  expect(screen.getByText('Because of that').closest('[data-pending]')).not.toBeNull();
  expect((await field()).value).toBe('');
  replies = [
    ...replies,
    reply(4, { content: 'Because of that', author: { id: 'u1', name: 'Me', is_staff: false } }),
  ];
  await act(async () => arrive(Response.json(reply(4), { status: 201 })));
  await waitFor(() => expect(screen.getByText('Because of that').closest('[data-reply]')).not.toBeNull());
  expect(document.querySelector('[data-pending]')).toBeNull();
});

it('words that could not be sent are back, and sent again under the same key', async () => {
  await show();
  answer = () => problemAnswer(503, 'service.unavailable');
  await write('Try me');
  expect((await screen.findByRole('alert')).textContent).toContain('Not sent. Your words are kept.');
  expect((await field()).value).toBe('Try me');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Send' })));
  await waitFor(() => expect(replySent()).toHaveLength(2));
  expect(replySent()[0]?.key).toBe(replySent()[1]?.key);
});

it('shows what is typed as it will be read, until it is sent', async () => {
  await show();
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Preview' });
  expect(button.disabled).toBe(true);
  fireEvent.change(await field(), { target: { value: 'It is **bold** <b>not</b>' } });
  expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
  await act(async () => fireEvent.click(button));
  expect(button.getAttribute('aria-expanded')).toBe('true');
  const preview = screen.getByRole('region', { name: 'Preview' });
  await waitFor(() => expect(preview.querySelector('strong')?.textContent).toBe('bold'));
  expect(preview.querySelector('b')).toBeNull();
  fireEvent.change(await field(), { target: { value: 'Only *this*' } });
  await waitFor(() => expect(preview.querySelector('em')?.textContent).toBe('this'));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Send' })));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull());
});

it('what is typed survives a reload', async () => {
  await show();
  fireEvent.change(await field(), { target: { value: 'Half a thought' } });
  cleanup();
  await show();
  await waitFor(async () => expect((await field()).value).toBe('Half a thought'));
});

it('r answers the reply that has the focus, and what is closed asks for nothing', async () => {
  await show();
  await field();
  act(() => screen.getByRole('link', { name: '#1' }).focus());
  act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key: 'r' }));
  expect(await screen.findByText('Answers Writer 1')).toBeTruthy();
  expect(document.activeElement).toBe(await field());
  await write('To you');
  expect(replySent()[0]?.body).toEqual({ content: 'To you', parent_id: 'r1' });

  cleanup();
  queryClient.clear();
  thread = sample({ locked_at: written.created_at, may_reply: false });
  await show();
  expect(screen.getByText('This thread is closed. Only staff can reply.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Reply to/ })).toBeNull();
});

it('the accepted answer stands on top, what was deleted keeps its place', async () => {
  replies = [reply(1, { deleted_at: written.created_at, content: '' }), reply(2), reply(3)];
  thread = sample({ accepted_id: 'r2', accepted: reply(2) });
  await show();
  const top = screen.getByRole('region', { name: 'Accepted answer' });
  expect(within(top).getByText('Words of 2')).toBeTruthy();
  expect(screen.getByText('This was deleted by its author.')).toBeTruthy();
});

it('escape closes what a button has opened, and a dialog over it gives the focus back to that button', async () => {
  await show();
  const more = screen.getByRole('button', { name: 'More about this thread' });
  act(() => more.focus());
  fireEvent.click(more);
  const report = await screen.findByRole('button', { name: 'Report' });
  act(() => report.focus());
  fireEvent.keyDown(report, { key: 'Escape' });
  expect(screen.queryByRole('button', { name: 'Report' })).toBeNull();
  expect(document.activeElement).toBe(more);

  fireEvent.click(more);
  fireEvent.click(await screen.findByRole('button', { name: 'Report' }));
  const dialog = await screen.findByRole('dialog', { name: 'Report this?' });
  fireEvent.change(within(dialog).getByLabelText('What is wrong with it'), { target: { value: ' Spam ' } });
  answer = () => Response.json({}, { status: 201 });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Report' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent.at(-1)).toMatchObject({ path: '/api/forum/posts/p1/report', body: { reason: 'Spam' } });
  await waitFor(() => expect(document.activeElement).toBe(more));
});

it('where more replies cannot be had it asks once, and then when it is told to', async () => {
  thread = sample({ read_seq: 3, unread_count: 1, reply_count: 4 });
  const first = globalThis.fetch;
  let asked = 0;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!path.includes('/replies?')) return first(path, init);
    if (path.endsWith('after=0')) return Response.json({ items: replies, next_after: 3 });
    asked += 1;
    return asked < 5
      ? problemAnswer(503, 'service.unavailable')
      : Response.json({ items: [reply(4)], next_after: null });
  });
  await show();
  const more = await screen.findByRole<HTMLButtonElement>('button', { name: 'Load more replies' });
  await waitFor(() => expect(asked).toBe(1));
  await waitFor(() => expect(more.disabled).toBe(false));
  await act(async () => fireEvent.click(more));
  await waitFor(() => expect(asked).toBe(2));
  expect(screen.queryByText('Words of 4')).toBeNull();
});
