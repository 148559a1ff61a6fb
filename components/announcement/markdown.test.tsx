import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { EnglishText } from '@/lib/client/text/testing/english-text';
import { xssPayloads } from '@/tests/xss-payloads';
import { Markdown } from './markdown';

afterEach(cleanup);

function rendered(text: string): HTMLElement {
  return render(<Markdown text={text} />, { wrapper: EnglishText }).container;
}

/** What a body may become, and which attributes each of it may bear beside `class`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  div: ['dir'],
  ...Object.fromEntries(
    [
      'p',
      'h3',
      'h4',
      'h5',
      'h6',
      'blockquote',
      'pre',
      'code',
      'ul',
      'li',
      'hr',
      'br',
      'strong',
      'em',
      'del',
    ].map((name) => [name, []]),
  ),
  ol: ['start'],
  a: ['href', 'rel', 'target'],
  ...Object.fromEntries(['table', 'thead', 'tbody', 'tr', 'th', 'td'].map((name) => [name, []])),
  section: ['aria-label', 'tabindex'],
  svg: [
    'aria-label',
    'fill',
    'height',
    'role',
    'stroke',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-width',
    'viewbox',
    'width',
    'xmlns',
  ],
  path: ['d'],
  rect: ['height', 'rx', 'ry', 'width', 'x', 'y'],
};

function forbiddenIn(root: Element): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const name = element.tagName.toLowerCase();
    const attributes = allowed[name];
    if (!attributes) return [name];
    const bad = [...element.attributes]
      .map((attribute) => attribute.name.toLowerCase())
      .filter((attribute) => attribute !== 'class' && !attributes.includes(attribute));
    const href = element.getAttribute('href');
    const leadsAstray = href !== null && !/^(?:https?:\/\/|mailto:|\/(?![/\\]))/.test(href);
    return [...bad.map((attribute) => `${name} ${attribute}`), ...(leadsAstray ? [`href ${href}`] : [])];
  });
}

describe('Markdown', () => {
  it('renders what people write', () => {
    const page = rendered(
      [
        '# Exams\n\nOn **Monday**, *maybe* ~~Tuesday~~.\nBring `ID` &amp; pen.',
        '1. one\n2. two\n\n- [x] signed\n- [ ] paid',
        '> quoted\n\n```js\nif (a < b) {}\n```\n\n---',
        '| Room | Seats |\n|:-----|------:|\n| B12 | 40 |',
      ].join('\n\n'),
    );
    expect(page.querySelector('h3')?.textContent).toBe('Exams');
    expect(page.querySelector('p')?.innerHTML).toContain('<br>');
    expect(page.querySelector('p')?.textContent).toContain('Bring ID & pen.');
    expect(page.querySelectorAll('ol > li')).toHaveLength(2);
    expect([...page.querySelectorAll('svg')].map((box) => box.getAttribute('aria-label'))).toEqual([
      'Done',
      'To do',
    ]);
    expect(page.querySelector('blockquote')?.textContent).toBe('quoted');
    expect(page.querySelector('pre')?.textContent).toBe('if (a < b) {}');
    expect(page.querySelectorAll('td')[1]?.textContent).toBe('40');
    expect(forbiddenIn(page)).toEqual([]);
  });

  it('shows HTML as the text it is', () => {
    const page = rendered('a <b onclick="x">bold</b>\n\n<script>alert(1)</script>\n\n<iframe src=x>');
    expect(page.textContent).toContain('a <b onclick="x">bold</b>');
    expect(page.textContent).toContain('<script>alert(1)</script>');
    expect(page.querySelector('b, script, iframe')).toBeNull();
  });

  it('links to the web in a tab of its own that knows nothing of us, and to our pages in this one', () => {
    const page = rendered('[out](https://example.edu) [in](/inbox) <dean@example.edu> https://example.org');
    const links = [...page.querySelectorAll('a')].map((link) =>
      ['href', 'target', 'rel'].map((name) => link.getAttribute(name)),
    );
    const outside = ['_blank', 'noopener noreferrer nofollow'];
    expect(links).toEqual([
      ['https://example.edu/', ...outside],
      ['/inbox', null, null],
      ['mailto:dean@example.edu', null, null],
      ['https://example.org/', ...outside],
    ]);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](javascript&#58;alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x][1]\n\n[1]: javascript:alert(1)',
    '<javascript:alert(1)>',
    '[x](//evil.example)',
    '[x](/\\\\evil.example)',
    '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  ])('makes no link of %s, and keeps its words', (text) => {
    const page = rendered(text);
    expect(page.querySelector('a, img')).toBeNull();
    expect(page.textContent).not.toBe('');
  });

  it('makes a link of a picture: nothing is fetched from elsewhere', () => {
    const page = rendered('![map](https://example.edu/map.png)');
    expect(page.querySelector('img')).toBeNull();
    expect(page.querySelector('a')?.textContent).toBe('map');
  });

  it('makes only these elements and attributes of every known attack, and shows its words', () => {
    for (const payload of xssPayloads) {
      const page = rendered(`before\n\n${payload}\n\nafter`);
      expect(forbiddenIn(page), payload).toEqual([]);
      expect(page.textContent).toContain('before');
      cleanup();
    }
  });

  it('whatever is written, only these elements and attributes come of it', () => {
    const pieces = fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<svg/onload=alert(1)>',
        'javascript:',
        'data:',
      ],
      ...[
        '[',
        ']',
        '(',
        ')',
        '![',
        '<',
        '>',
        '"',
        "'",
        '`',
        '```',
        '*',
        '_',
        '~~',
        '#',
        '- ',
        '- [x] ',
        '1. ',
        '|',
        '|-|-|',
      ],
      ...[
        '\n',
        '\n\n',
        '    ',
        '\t',
        '&#58;',
        '&lt;',
        '\\',
        '\u202e',
        '\u0000',
        '://',
        'http://a.b',
        'www.a.b',
        'a@b.c',
        '$',
        '{{',
        '}}',
      ],
    );
    const markdown = fc.array(
      fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 6 })),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(markdown, (parts) => {
        const page = rendered(parts.join(''));
        const forbidden = forbiddenIn(page);
        cleanup();
        expect(forbidden).toEqual([]);
      }),
      { numRuns: 250 },
    );
  }, 60_000);
});
