import { expect, it } from 'vitest';
import { decodeReferences } from './decode-references';

it.each([
  ['Q&amp;A &lt;b&gt;', 'Q&A <b>'],
  ['&#8364; &#x20AC; &euro;', '€ € €'],
  ['&amp;lt;', '&lt;'],
  ['&unknown; &constructor; & &;', '&unknown; &constructor; & &;'],
  ['&#0; &#xD800; &#x110000; &#9999999;', '� � � �'],
])('reads %s', (written, meant) => {
  expect(decodeReferences(written)).toBe(meant);
});
