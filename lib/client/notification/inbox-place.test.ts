import { expect, it } from 'vitest';
import { filterOfPlace, inboxHref, readInboxPlace } from './inbox-place';

const read = (search: string) => readInboxPlace(new URLSearchParams(search));

it.each([
  '/inbox',
  '/inbox?filter=unread',
  '/inbox?filter=archived&query=lab+moves',
  '/inbox?filter=urgent&open=0190',
])('%s is the address of the place it names', (address) => {
  expect(inboxHref(read(address.split('?')[1] ?? ''))).toBe(address);
});

it.each(['filter=nothing', 'filter=constructor', 'filter=', 'open=&query=+'])(
  'is the whole inbox for %s',
  (search) => {
    expect(read(search)).toEqual({ tab: 'all', query: '', open: null });
  },
);

it('asks the server for the tab and the words', () => {
  expect(filterOfPlace(read('filter=timetable&query=%20lab%20'))).toEqual({
    category: 'timetable',
    query: 'lab',
  });
  expect(filterOfPlace(read(`query=${'x'.repeat(200)}`)).query).toHaveLength(100);
});
