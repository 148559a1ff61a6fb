import { describe, expect, it } from 'vitest';
import { chooseRoad } from './choose-road';

const origin = 'https://portal.example.edu';
const id = '0190b4f2-6d4e-7a00-8000-000000000001';
const files = new Set(['/_next/static/chunks/a.js']);

interface Asked {
  method?: string;
  mode?: string;
  headers?: Record<string, string>;
}
const roadOf = (path: string, { method = 'GET', mode = 'cors', headers = {} }: Asked = {}) =>
  chooseRoad({ url: new URL(path, origin).href, method, mode, headers: new Headers(headers) }, origin, files);

describe('what may be answered without the network', () => {
  it.each([
    ['/', 'page'],
    ['/inbox?filter=unread', 'page'],
    ['/admin', 'page'],
    ['/nowhere', 'page'],
  ])('%s, as a page: %s', (path, road) => {
    expect(roadOf(path, { mode: 'navigate' })).toBe(road);
  });

  it.each([
    '/api/notifications',
    '/api/notifications?unread=true',
    '/api/notifications/unread-count',
    `/api/notifications/${id}`,
    '/api/announcements?scope=received&pinned=true',
    `/api/announcements/${id}`,
  ])('%s', (path) => expect(roadOf(path)).toBe('answer'));

  it('files of this build', () => expect(roadOf('/_next/static/chunks/a.js')).toBe('file'));

  it('the icon of the tab', () => expect(roadOf('/icon.svg?icon.abc.svg', { mode: 'no-cors' })).toBe('icon'));

  it.each([
    ['/inbox?_rsc=abc', {}],
    ['/inbox', { rsc: '1' }],
  ])('parts of pages, by a whole page: %s', (path, headers) => {
    expect(roadOf(path, { headers })).toBe('part');
  });
});

it('signing out is watched', () => {
  expect(roadOf('/api/auth/signout', { method: 'POST' })).toBe('sign-out');
});

describe('what the worker leaves alone', () => {
  it.each([
    '/api/me',
    '/api/me/sessions',
    '/api/users?query=a',
    '/api/overview',
    '/api/settings',
    '/api/events/types',
    '/api/notifications?cursor=abc',
    '/api/notifications?query=exam',
    '/api/announcements?scope=authored',
    '/api/announcements?scope=readable&course_id=00000000-0000-4000-8000-000000000000',
    `/api/announcements/${id}/reach`,
    '/api/announcements/audience-count',
    '/api/auth/csrf',
    '/api/health',
    '/_next/static/chunks/of-another-build.js',
    '/_next/image?url=x',
    '/socket.io?EIO=4',
    '/icons/icon-192.png',
    '/manifest.webmanifest',
    'https://evil.example/api/notifications',
  ])('%s', (path) => expect(roadOf(path)).toBe('past'));

  it.each(['POST', 'PATCH', 'DELETE', 'HEAD'])('%s', (method) => {
    expect(roadOf(`/api/announcements/${id}`, { method })).toBe('past');
  });

  it('a file that is saved from the API', () => {
    expect(roadOf('/api/notifications', { mode: 'navigate' })).toBe('past');
  });
});
