import { expect, it } from 'vitest';
import { readJsonBody } from './read-json-body';

const request = (body: string | null, type?: string) =>
  new Request('http://127.0.0.1/', {
    method: 'POST',
    body,
    headers: type === undefined ? {} : { 'content-type': type },
  });
/** As it comes over the wire: a body without an end known before, and nothing in it. */
const emptyStream = () => {
  const made = request('');
  made.headers.delete('content-type');
  return made;
};

it.each([
  ['none', () => request(null)],
  ['an empty one', emptyStream],
  ['an empty one that is called JSON', () => request('', 'application/json')],
])('a body that may be left out: %s', async (_what, make) => {
  expect(await readJsonBody(make(), true)).toEqual({});
});

it.each([
  ['none', request(null), undefined, 'request.wrong_media_type'],
  ['an empty one that is called JSON', request('', 'application/json'), undefined, 'request.malformed'],
  ['text that may be left out', request('{}', 'text/plain'), true, 'request.wrong_media_type'],
  ['half of one', request('{"a":', 'application/json'), true, 'request.malformed'],
  ['too much', request(`"${'x'.repeat(600_000)}"`, 'application/json'), undefined, 'request.too_large'],
] as const)('a body that is refused: %s', async (_what, made, isOptional, code) => {
  await expect(readJsonBody(made, isOptional)).rejects.toMatchObject({ code });
});
