import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { press, showPart, type } from '@/components/ui/testing/show-part';
import { problemAnswer } from '@/lib/client/http/testing/problem-answer';
import { CheckInPage } from './check-in-page';

const TOKEN = 'a-token-of-the-wall';
const checkedIn = {
  session_id: 's1',
  course: { id: 'c1', code: 'CS204', name: 'Algorithms' },
  title: '',
  date: '2026-11-27',
  start_time: '10:00',
  end_time: '11:00',
  checked_in_at: '2026-11-27T09:03:00.000Z',
  is_late: false,
  status: 'present',
};

beforeEach(() => {
  sessionStorage.clear();
  window.history.replaceState(null, '', '/check-in');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(hash: string, answer: () => Response | Promise<Response>): Promise<unknown[]> {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    return answer();
  });
  if (hash !== '') window.history.replaceState(null, '', `/check-in#${hash}`);
  await showPart(<CheckInPage />);
  return sent;
}
const kept = () => sessionStorage.getItem('nimbusu:check-in');

it('takes the code out of the address before anything else, sends it, and says which class it was', async () => {
  const sent = await open(TOKEN, async () => {
    expect(window.location.href).not.toContain(TOKEN);
    return Response.json(checkedIn);
  });
  expect(await screen.findByText(/^You are checked in at/)).toBeDefined();
  expect(screen.getByText('Algorithms')).toBeDefined();
  expect(screen.getByText('In the record: Present')).toBeDefined();
  expect([sent, kept(), window.location.hash]).toEqual([[{ token: TOKEN }], null, '']);
});

it('says so to who is late', async () => {
  await open(TOKEN, () => Response.json({ ...checkedIn, is_late: true, status: 'late' }));
  expect(await screen.findByText(/^You are checked in, late/)).toBeDefined();
});

it.each([
  [409, 'check_in.code_expired', /^This code is too old/],
  [422, 'check_in.wrong_code', /^No class of yours shows this code/],
  [409, 'check_in.not_open', /^Nobody can check in to this class now/],
  [403, 'check_in.not_in_course', /^You are not enrolled in this course/],
  [409, 'attendance.too_early', /^The class has not begun yet/],
  [429, 'rate.limited', /codes that did not fit/],
])('says in words why not: %i %s, and lets one type the code', async (status, code, words) => {
  const answers = [problemAnswer(status, code), Response.json(checkedIn)];
  const sent = await open(TOKEN, () => answers.shift() ?? problemAnswer(500, 'service.failed'));
  expect(await screen.findByText(words)).toBeDefined();
  expect(kept()).toBeNull();
  await type('Code on the wall', 'k7p-3qx');
  await press('Check in');
  expect(await screen.findByText(/^You are checked in at/)).toBeDefined();
  expect(sent).toEqual([{ token: TOKEN }, { code: 'k7p-3qx' }]);
});

it('keeps what the server has not heard, and sends it again', async () => {
  let isOnline = false;
  const sent = await open(TOKEN, () => {
    if (!isOnline) throw new TypeError('fetch failed');
    return Response.json(checkedIn);
  });
  expect(await screen.findByText('The server could not be reached.')).toBeDefined();
  expect(kept()).toBe(TOKEN);
  isOnline = true;
  await press('Try again');
  expect(await screen.findByText(/^You are checked in at/)).toBeDefined();
  expect([sent, kept()]).toEqual([[{ token: TOKEN }, { token: TOKEN }], null]);
});

it('keeps the code over a log-in, and sends it when the page is open again', async () => {
  await open(TOKEN, () => problemAnswer(401, 'auth.required'));
  await waitFor(() => expect(screen.getByRole('alert')).toBeDefined());
  expect(kept()).toBe(TOKEN);
  cleanup();
  const sent = await open('', () => Response.json(checkedIn));
  expect(await screen.findByText(/^You are checked in at/)).toBeDefined();
  expect([sent, kept()]).toEqual([[{ token: TOKEN }], null]);
});

it('takes the code that is scanned while it is open', async () => {
  const sent = await open('', () => Response.json(checkedIn));
  await act(async () => {
    window.location.hash = TOKEN;
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
  expect(await screen.findByText(/^You are checked in at/)).toBeDefined();
  expect([sent, window.location.hash]).toEqual([[{ token: TOKEN }], '']);
});

it('asks for a code before it sends none', async () => {
  const sent = await open('', () => Response.json(checkedIn));
  await press('Check in');
  expect(await screen.findByText('Type the six characters that the wall shows.')).toBeDefined();
  expect(sent).toEqual([]);
});
