import { expect, it } from 'vitest';
import { chooseLocale, knownTimeZone } from './choose-locale';

const none = { user: null, cookie: undefined, acceptLanguage: null };

it.each([
  [{}, 'en'],
  [{ acceptLanguage: 'de-AT,de;q=0.9,en;q=0.8' }, 'de'],
  [{ acceptLanguage: 'en;q=0.4, de;q=0.6' }, 'de'],
  [{ acceptLanguage: 'fr, de;q=0, en' }, 'en'],
  [{ acceptLanguage: 'fr-CH, de;q=0.1' }, 'de'],
  [{ acceptLanguage: ';;;,,q=' }, 'en'],
  [{ cookie: 'de', acceptLanguage: 'en' }, 'de'],
  [{ cookie: 'xx', acceptLanguage: 'de' }, 'de'],
  [{ user: 'en', cookie: 'de', acceptLanguage: 'de' }, 'en'],
])('chooses by %o', (wishes, locale) => {
  expect(chooseLocale({ ...none, ...wishes })).toBe(locale);
});

it.each([
  ['Europe/Vienna', 'Europe/Vienna'],
  ['Mars/Olympus', null],
  ['', null],
  [undefined, null],
])('takes %s for a zone: %s', (name, zone) => {
  expect(knownTimeZone(name)).toBe(zone);
});
