import { Lexer, Tokenizer } from 'marked';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseMarkdown } from './parse-markdown';

const SIZE = 20_000;
const filled = (part: string) => part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);

/** What makes parsers of Markdown hang or overflow. */
const hostile: Readonly<Record<string, string>> = {
  'quotes in quotes': filled('>'),
  'quotes in quotes, with spaces': filled('> '),
  'lists in quotes': filled('> - '),
  'quotes in lists': filled('1. > '),
  'lists in lists': Array.from({ length: 199 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  'stars around one letter': `${'*'.repeat(10_000)}a${'*'.repeat(9_999)}`,
  'emphasis opened both ways': filled('*a_'),
  'emphasis closed both ways': filled('a*_'),
  'emphasis and more of it': filled('a**b*'),
  'brackets opened': filled('['),
  'brackets nested': `${'[a'.repeat(5_000)}${']'.repeat(5_000)}`,
  'links in links': `${'['.repeat(5_000)}a${'](b)'.repeat(3_000)}`,
  'pictures opened': filled('!['),
  'an address of brackets': `http://a${filled(')')}`,
  'a mail address without end': filled('a.b-c_'),
  'ticks of every length': Array.from({ length: 190 }, (_, length) => '`'.repeat(length + 1)).join('a'),
  'tags opened': filled('<a '),
  comments: filled('<!--'),
  tildes: filled('~a'),
  definitions: filled('[a]: b\n'),
  backslashes: filled('\\'),
  'a table of one row': `${'|a'.repeat(500)}\n${'|-'.repeat(500)}\n${'|b'.repeat(500)}`,
};

afterEach(() => vi.restoreAllMocks());

describe('parseMarkdown', () => {
  it.each(Object.entries(hostile))('does bounded work for %s', (_what, text) => {
    // The characters that all calls of the parser took upon them: the square of a text would be 400 million.
    let work = 0;
    const { inlineTokens } = Lexer.prototype;
    vi.spyOn(Lexer.prototype, 'inlineTokens').mockImplementation(function (this: Lexer, source, tokens) {
      work += source.length;
      return inlineTokens.call(this, source, tokens);
    });
    const { blockquote, list } = Tokenizer.prototype;
    vi.spyOn(Tokenizer.prototype, 'blockquote').mockImplementation(function (this: Tokenizer, source) {
      const token = blockquote.call(this, source);
      work += token?.raw.length ?? 0;
      return token;
    });
    vi.spyOn(Tokenizer.prototype, 'list').mockImplementation(function (this: Tokenizer, source) {
      const token = list.call(this, source);
      work += token?.raw.length ?? 0;
      return token;
    });
    const tokens = parseMarkdown(text);
    expect(tokens.length).toBeGreaterThan(0);
    expect(work).toBeLessThan(40 * SIZE);
  });

  it('loses nothing of what is too intricate, too deep or too long', () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `*word${index}_`).join(' ');
    const text = JSON.stringify(parseMarkdown(`${'> '.repeat(100)}deep\n\n${words}`));
    for (const word of ['deep', 'word0_', 'word2999_']) expect(text).toContain(word);
  });

  it('takes HTML for text', () => {
    expect(JSON.stringify(parseMarkdown('<div>*hi*</div>\n\na <b>c</b> <!-- d -->'))).not.toContain('"html"');
  });
});
