import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openFromNotification, readPush, showPush } from './push';

const origin = 'https://portal.example.edu';
const message = {
  title: 'Lab 3 moves',
  body: 'To Friday',
  url: '/announcements/7',
  tag: 'n1',
  arrival: { delivery_id: 'd1', token: 't1' },
};
const show = vi.fn(async () => undefined);
const fetch = vi.fn(async (): Promise<unknown> => undefined);
const openWindow = vi.fn(async () => null);
let pages: unknown[];

function place() {
  const matchAll = vi.fn(async () => pages);
  // The browser's own types cannot be made here; what is used of them is.
  return Object.assign(JSON.parse('{}'), { origin, clients: { matchAll, openWindow }, fetch, show });
}

beforeEach(() => {
  pages = [];
  vi.clearAllMocks();
});

describe('a push', () => {
  it('is shown, and told back with its token', async () => {
    await showPush(place(), JSON.stringify(message));
    expect(show).toHaveBeenCalledWith(
      'Lab 3 moves',
      expect.objectContaining({ body: 'To Friday', tag: 'n1' }),
    );
    expect(fetch).toHaveBeenCalledWith(
      '/api/notification-deliveries/d1/arrival',
      expect.objectContaining({ method: 'POST', body: '{"token":"t1"}' }),
    );
  });

  it('is not shown beside a page that is looked at, which shows it itself; it has arrived all the same', async () => {
    pages = [{ visibilityState: 'visible' }];
    await showPush(place(), JSON.stringify(message));
    expect(show).not.toHaveBeenCalled();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('is shown beside pages in the background, and without a network', async () => {
    pages = [{ visibilityState: 'hidden' }];
    fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await showPush(place(), JSON.stringify(message));
    expect(show).toHaveBeenCalledTimes(1);
  });

  it('that tests is shown to whoever looks', async () => {
    pages = [{ visibilityState: 'visible' }];
    await showPush(place(), JSON.stringify({ ...message, arrival: null }));
    expect(show).toHaveBeenCalledTimes(1);
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([undefined, '', 'x', '1', 'null', '{}', '{"title":1,"body":"","url":"","tag":""}'])(
    'that says %j says nothing',
    async (text) => {
      expect(readPush(text)).toBeNull();
      await showPush(place(), text);
      expect(show).not.toHaveBeenCalled();
    },
  );
});

describe('a click', () => {
  it('goes there in the page that is open', async () => {
    const focus = vi.fn(async () => undefined);
    const navigate = vi.fn(async () => ({ focus }));
    pages = [{ navigate }];
    await openFromNotification(place(), { url: '/announcements/7' });
    expect(navigate).toHaveBeenCalledWith(`${origin}/announcements/7`);
    expect(focus).toHaveBeenCalled();
    expect(openWindow).not.toHaveBeenCalled();
  });

  it('opens a page where none is', async () => {
    await openFromNotification(place(), { url: '/announcements/7' });
    expect(openWindow).toHaveBeenCalledWith(`${origin}/announcements/7`);
  });

  it.each([{ url: 'https://evil.example/' }, { url: '//evil.example' }, { url: 3 }, null])(
    'on %j leads nowhere else',
    async (data) => {
      await openFromNotification(place(), data);
      expect(openWindow).toHaveBeenCalledWith(expect.stringMatching(/^https:\/\/portal\.example\.edu\/?$/));
    },
  );
});
