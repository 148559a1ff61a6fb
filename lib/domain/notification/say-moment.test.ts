import { expect, it } from 'vitest';
import { sayMoment } from './say-moment';

const at = '2026-11-27T23:30:00Z';

it('says an instant on the clock of whoever reads it, the day too', () => {
  const say = (locale: 'en' | 'de' | null, timeZone: string | null) => sayMoment(at, { locale, timeZone });
  expect(say('en', 'Europe/London')).toBe('Friday 27 November, 23:30');
  expect(say('en', 'Asia/Kolkata')).toBe('Saturday 28 November, 05:00');
  expect(say('de', 'Europe/Vienna')).toBe('Samstag, 28. November, 00:30 Uhr');
  expect(say(null, null)).toBe('Friday 27 November, 23:30 UTC');
  expect(say('de', null)).toBe('Freitag, 27. November, 23:30 Uhr UTC');
});
