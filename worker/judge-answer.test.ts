import { describe, expect, it } from 'vitest';
import { judgeAnswer } from './judge-answer';

const origin = 'https://portal.example.edu';
const id = '0190b4f2-6d4e-7a00-8000-000000000001';
const base = { askedBy: null, status: 200, redirected: false, mark: 'mine' };

const page = (path: string, more: Partial<typeof base> = {}) =>
  judgeAnswer({ ...base, ...more, road: 'page', url: new URL(path, origin) });
const answer = (path: string, more: Partial<Omit<typeof base, 'askedBy'>> & { askedBy?: string } = {}) =>
  judgeAnswer({ ...base, ...more, road: 'answer', url: new URL(path, origin) });

describe('is kept', () => {
  it.each(['/home', '/faculty', '/inbox', '/announcements', '/timetable', `/announcements/${id}`])(
    'the page %s',
    (path) => expect(page(path)).toBe('keep'),
  );

  it.each([`/courses/${id}/discussion`, `/courses/${id}/discussion/${id}`])(
    'the discussion %s and what it asks for',
    (path) => {
      expect(page(path)).toBe('keep');
      for (const asked of [
        `/api/courses/${id}/forum`,
        `/api/courses/${id}/forum/summary`,
        `/api/forum/posts/${id}`,
        `/api/forum/posts/${id}/replies?limit=100&after=0`,
      ])
        expect(answer(asked, { askedBy: `${origin}${path}?reply=${id}` })).toBe('keep');
    },
  );

  it.each(['/home', '/inbox?filter=unread', `/announcements/${id}`])('what %s asks for', (path) =>
    expect(answer('/api/notifications', { askedBy: `${origin}${path}` })).toBe('keep'),
  );
});

describe('is not kept', () => {
  it.each([
    '/',
    '/profile',
    '/login',
    '/admin',
    '/admin/announcements',
    '/admin/events',
    '/admin/settings',
    '/announcements/new',
    `/announcements/${id}/edit`,
    '/inbox/else',
    '/inbox?filter=unread',
    '/docs/api',
    `/courses/${id}`,
    `/courses/${id}/people`,
  ])('the page %s', (path) => expect(page(path)).not.toBe('keep'));

  it.each(['/admin', `/admin/announcements/${id}`, '/profile', 'https://evil.example/inbox', ''])(
    'what %j asks for',
    (address) => {
      const askedBy = address.startsWith('/') ? `${origin}${address}` : address;
      expect(answer(`/api/announcements/${id}`, { askedBy })).toBe('leave');
    },
  );

  it.each([
    `/api/courses/${id}`,
    `/api/courses/${id}/forum?query=exam`,
    `/api/courses/${id}/forum?show=unread`,
    `/api/courses/${id}/forum?tag=exam`,
    `/api/forum/posts/${id}/replies?limit=100&after=100`,
  ])('of a course and its discussion, %s', (asked) => {
    expect(answer(asked, { askedBy: `${origin}/courses/${id}/discussion` })).toBe('leave');
  });

  it.each([
    ['of nobody', { mark: null }],
    ['a failure', { status: 500 }],
    ['a refusal', { status: 403 }],
    ['of a page that is another one', { redirected: true }],
  ])('what is %s', (_what, more) => {
    expect(judgeAnswer({ ...base, ...more, road: 'page', url: new URL('/inbox', origin) })).toBe('leave');
  });
});

describe('nobody is signed in', () => {
  it('when the log-in page is shown, also with a cookie that means nothing any more', () => {
    expect(page('/login?callbackUrl=%2Finbox')).toBe('forget');
  });
  it('when the API wants a log-in', () => {
    expect(answer('/api/notifications', { status: 401 })).toBe('forget');
  });
  it('but not when the server fails, or leads away from the log-in page', () => {
    expect(page('/login', { status: 503 })).toBe('leave');
    expect(page('/login', { redirected: true })).toBe('leave');
    expect(answer('/api/notifications', { status: 503 })).toBe('leave');
  });
});
