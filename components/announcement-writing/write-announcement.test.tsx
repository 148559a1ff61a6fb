import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleAnnouncement } from '@/lib/client/realtime/testing/sample-rows';
import { setCacheReader } from '@/lib/client/session/cache-reader';
import { MeProvider } from '@/lib/client/session/me-context';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import type { AnnouncementView } from '@/lib/contracts/http/announcement';
import type { Me } from '@/lib/contracts/http/me';
import { WriteAnnouncement } from './write-announcement';

const push = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const me: Me = {
  id: 'u1',
  name: 'Ada',
  email: 'ada@nimbusu.test',
  role: 'admin',
  department: null,
  session_expires_at: '2100-01-01T00:00:00.000Z',
  session_id: 's1',
  locale: null,
  time_zone: null,
  may_announce: true,
  may_announce_to_department: true,
};
const mine = sampleAnnouncement(1, {
  status: 'draft',
  published_at: null,
  content: 'First words',
  version: 1,
});
const theirs = { ...mine, content: 'Words of Bob', version: 2 };

interface Sent {
  method: string;
  path: string;
  ifMatch: string | undefined;
  body: { content?: string };
}
let sent: Sent[];
let saved: AnnouncementView;

/** As the server does it: an edit is of the saved version, or refused with that. */
async function serve(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  const body = init.body ? JSON.parse(`${init.body}`) : {};
  const ifMatch = headers.get('if-match') ?? undefined;
  sent.push({ method: init.method ?? 'GET', path, ifMatch, body });
  if (path.endsWith('/audience-count')) return Response.json({ recipients: 42 });
  if (path.endsWith('/departments')) return Response.json({ items: [] });
  if (path.endsWith('/last-change'))
    return Response.json({
      version: saved.version,
      changed_at: new Date().toISOString(),
      changed_by: { id: 'u2', name: 'Bob' },
    });
  if (ifMatch !== `"v${saved.version}"`)
    return Response.json(
      {
        type: 'x',
        title: 'x',
        status: 412,
        code: 'precondition.failed',
        correlation_id: 'c',
        current: saved,
      },
      { status: 412 },
    );
  saved = { ...saved, ...body, version: saved.version + 1 };
  return Response.json(saved);
}

const queryClient = new QueryClient();
const page = (latest: AnnouncementView) => (
  <QueryClientProvider client={queryClient}>
    <EnglishText>
      <MeProvider me={me}>
        <WriteAnnouncement latest={latest} />
      </MeProvider>
    </EnglishText>
  </QueryClientProvider>
);

beforeEach(() => {
  sent = [];
  saved = mine;
  setCacheReader(queryClient, { id: me.id, role: 'admin', departmentId: null });
  vi.stubGlobal('fetch', serve);
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  sessionStorage.clear();
  push.mockReset();
  vi.unstubAllGlobals();
});

const edits = () => sent.filter(({ method }) => method === 'PATCH');
const text = () => screen.getByLabelText<HTMLTextAreaElement>('Text');
const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => void fireEvent.click(button));
};
async function open() {
  let shown: ReturnType<typeof render> | undefined;
  await act(async () => {
    shown = render(page(mine));
  });
  if (!shown) throw new Error('not rendered');
  // The page's words are a chunk of their own.
  await waitFor(text);
  return shown;
}

it('sends what was changed, under the version that was seen', async () => {
  await open();
  fireEvent.change(text(), { target: { value: 'Other words' } });
  await press('Save draft');
  await waitFor(() => expect(push).toHaveBeenCalledWith('/admin/announcements'));
  expect(edits()).toEqual([
    {
      method: 'PATCH',
      path: '/api/announcements/a0001',
      ifMatch: '"v1"',
      body: { content: 'Other words', edit: 'minor' },
    },
  ]);
  expect(sessionStorage.length).toBe(0);
});

it('shows both versions when another was saved before, and saves the own one over it when told to', async () => {
  await open();
  saved = theirs;
  fireEvent.change(text(), { target: { value: 'My words' } });
  await press('Save draft');
  const question = await screen.findByRole('dialog', { name: 'Two versions' });
  await within(question).findByRole('columnheader', { name: 'Saved by Bob, just now' });
  expect(within(question).getAllByText('differs')).toHaveLength(1);
  expect(within(question).getByText('My words')).toBeTruthy();
  expect(within(question).getByText('Words of Bob')).toBeTruthy();
  expect(push).not.toHaveBeenCalled();
  await press('Save mine over it');
  await waitFor(() => expect(push).toHaveBeenCalled());
  expect(edits().at(-1)).toMatchObject({ ifMatch: '"v2"', body: { content: 'My words' } });
});

it('going on loses nothing, and the next save is of the version that was shown', async () => {
  await open();
  saved = theirs;
  fireEvent.change(text(), { target: { value: 'My words' } });
  await press('Save draft');
  await press('Go on editing');
  expect(text().value).toBe('My words');
  fireEvent.change(text(), { target: { value: 'My words, and Bob’s' } });
  await press('Save draft');
  await waitFor(() => expect(push).toHaveBeenCalled());
  expect(edits().map(({ ifMatch }) => ifMatch)).toEqual(['"v1"', '"v2"']);
});

it('takes theirs when told to', async () => {
  await open();
  saved = theirs;
  fireEvent.change(text(), { target: { value: 'My words' } });
  await press('Save draft');
  await press('Take theirs');
  expect(text().value).toBe('Words of Bob');
});

it('follows a push while nothing is typed, and says who was quicker when something is', async () => {
  const { rerender } = await open();
  await act(async () => rerender(page(theirs)));
  expect(text().value).toBe('Words of Bob');
  expect(screen.getByText('What you see was just changed by somebody else.')).toBeTruthy();
  fireEvent.change(text(), { target: { value: 'My words' } });
  await act(async () => rerender(page({ ...theirs, content: 'More of Bob', version: 3 })));
  expect(text().value).toBe('My words');
  expect(await screen.findByText('Bob saved a newer version just now, while you are writing.')).toBeTruthy();
});

it('what is typed comes back after a reload as a change of the version that was seen', async () => {
  const { unmount } = await open();
  fireEvent.change(text(), { target: { value: 'My words' } });
  unmount();
  saved = theirs;
  await act(async () => void render(page(theirs)));
  expect(text().value).toBe('My words');
  expect(screen.getByRole('button', { name: 'Compare' })).toBeTruthy();
  await press('Save draft');
  expect(await screen.findByRole('dialog', { name: 'Two versions' })).toBeTruthy();
  expect(edits()).toHaveLength(1);
});
