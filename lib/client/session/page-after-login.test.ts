import { expect, it } from 'vitest';
import { pageAfterLogin } from './page-after-login';

it.each([
  ['/inbox?filter=unread', '/inbox?filter=unread'],
  ['/announcements/1#end', '/announcements/1#end'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/login', '/'],
  ['/login?callbackUrl=/inbox', '/'],
  ['/loginsight', '/loginsight'],
  [['/inbox', '/x'], '/'],
  [undefined, '/'],
])('goes from %o to %s', (callbackUrl, path) => {
  expect(pageAfterLogin(callbackUrl, '/')).toBe(path);
});
