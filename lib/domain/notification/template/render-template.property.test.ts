import fc from 'fast-check';
import { expect, it } from 'vitest';
import { xssPayloads } from '@/tests/xss-payloads';
import { readValues, readVariables, renderTemplate } from './render-template';

const name = fc
  .stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
  // What a JavaScript object has by itself is a name like any other.
  .chain((plain) => fc.constantFrom(plain, 'constructor', 'value_of', 'name', 'length'));
/** Plain words, line breaks and characters that mean something to regular expressions, replacements or templates. */
const words = fc.stringMatching(/^[A-Za-zäß0-9 .,!?$&%|\\^#/'"`=>}\n\r\t🙂-]{0,12}$/u).filter(isPlain);
const part = fc.oneof(
  words.map((text) => ({ text, shown: text, variable: '' })),
  fc
    .tuple(name, fc.constantFrom(['{{', '}}'], ['{{ ', ' }}'], ['{{{', '}}}'], ['{{&', '}}']))
    .map(([variable, [open, close]]) => ({ text: `${open}${variable}${close}`, shown: '', variable })),
);
type Part = { text: string; shown: string; variable: string };
const template = fc.array(part, { maxLength: 12 }).map((parts): { parts: readonly Part[]; text: string } => ({
  parts,
  text: parts.map(({ text }) => text).join(''),
}));
/** What tries to be read again: tags, sections, partials, other delimiters, replacement patterns, markup. */
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('{{x}}', '{{{x}}}', '{{#x}}', '{{/x}}', '{{>x}}', '{{=<% %>=}}', '<%x%>', '$&', "$'", '$1'),
  fc.constantFrom(...xssPayloads),
  fc.integer(),
);

function isPlain(text: string): boolean {
  return !text.includes('{') && !text.includes('<') && !/javascript:/i.test(text);
}
const written = (given: string | number) => String(given).replaceAll('\u0000', '').toWellFormed();

it('what a well-formed text says is exact, whatever its values hold: they are not read again', () => {
  fc.assert(
    fc.property(template, fc.infiniteStream(value), ({ parts, text }, values) => {
      const read = readVariables(text);
      if ('fault' in read) throw new Error(`${JSON.stringify(text)}: ${read.fault.message}`);
      const used = [...new Set(parts.flatMap(({ variable }) => (variable === '' ? [] : [variable])))];
      expect(read.variables).toEqual(used);
      const data = new Map(used.map((variable) => [variable, values.next().value ?? '']));
      expect(renderTemplate(text, used, Object.fromEntries(data))).toEqual({
        text: parts
          .map(({ shown, variable }) => (variable === '' ? shown : written(data.get(variable) ?? '')))
          .join(''),
      });
    }),
    { numRuns: 3_000 },
  );
});

it('no text that holds a tag is a template, wherever the tag stands', () => {
  const tags = xssPayloads.filter((payload) => /^<[a-z]/i.test(payload));
  expect(tags.length).toBeGreaterThan(50);
  fc.assert(
    fc.property(template, fc.constantFrom(...tags), template, (before, tag, after) => {
      expect(readVariables(`${before.text}${tag}${after.text}`)).toMatchObject({ fault: { code: 'markup' } });
    }),
  );
});

it('whatever is typed is read or refused, and what is read can be written', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('{', '{{', '}}', '}', '#', '/', '^', '&', '>', '!', '=', ' ', '\n', 'a', 'B', '.'),
      )
      .map((tokens) => tokens.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = readVariables(text);
      if ('fault' in read) return;
      const data = Object.fromEntries(read.variables.map((variable) => [variable, '{{#']));
      expect(renderTemplate(text, read.variables, data)).toHaveProperty('text');
    }),
    { numRuns: 5_000 },
  );
});

it.each([
  ['{{#each}}x{{/each}}', 'logic'],
  ['{{^none}}x{{/none}}', 'logic'],
  ['{{>part}}', 'logic'],
  ['{{! said to nobody}}', 'logic'],
  ['{{=<% %>=}}<%name%>', 'logic'],
  ['{{name', 'syntax'],
  ['{{#open}}', 'syntax'],
  ['{{Name}}', 'name'],
  ['{{a.b}}', 'name'],
  ['{{}}', 'name'],
  ['{{__proto__}}', 'name'],
])('%s is refused: %s', (text, code) => {
  expect(readVariables(text)).toMatchObject({ fault: { code } });
});

it('every value that is wrong is named, not the first alone', () => {
  expect(readValues(['a', 'b', 'c'], { a: 1, b: {}, d: 'x' })).toMatchObject({
    faults: [
      { code: 'value', variable: 'b' },
      { code: 'unknown', variable: 'd' },
      { code: 'missing', variable: 'c' },
    ],
  });
});
