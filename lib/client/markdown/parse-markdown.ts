import { Lexer, type MarkedToken, type Token, Tokenizer, type Tokens } from 'marked';

/** Longer than any body this product writes; what comes from elsewhere and is longer is shown as it stands. */
const LONGEST = 20_000;
/** What nests deeper says nothing to a reader, and its reader would overflow. */
const DEEPEST = 16;
/** Emphasis and links cost the square of their marks in one paragraph: with more than this it is not prose. */
const MOST_MARKS = 400;

/**
 * Markdown (with tables, task lists, struck text and bare addresses) as a tree; HTML in it is text like any other. Its work
 * is bounded whatever is given: what is too deep, too intricate or too long comes back as plain text, whole.
 */
export function parseMarkdown(markdown: string): MarkedToken[] {
  const lexer = new BoundLexer({ gfm: true, breaks: true, tokenizer: new BoundTokenizer() });
  const head = markdown.slice(0, LONGEST);
  const tokens = lexer.lex(head).filter(isKnown);
  const rest = markdown.slice(LONGEST);
  return rest === '' ? tokens : [...tokens, plainParagraph(rest)];
}

/** Never sees HTML, and nests only so deep. */
class BoundTokenizer extends Tokenizer {
  #depth = 0;

  override html(): undefined {}
  override tag(): undefined {}

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return this.#within(() => super.blockquote(source));
  }

  override list(source: string): Tokens.List | undefined {
    return this.#within(() => super.list(source));
  }

  /** What is too deep is no quote and no list, but the words it is made of. */
  #within<T>(go: () => T | undefined): T | undefined {
    if (this.#depth >= DEEPEST) return undefined;
    this.#depth += 1;
    const token = go();
    this.#depth -= 1;
    return token;
  }
}

class BoundLexer extends Lexer {
  #depth = 0;

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (this.#depth >= DEEPEST || countMarks(source) > MOST_MARKS) {
      tokens.push(plainText(source));
      return tokens;
    }
    this.#depth += 1;
    const done = super.inlineTokens(source, tokens);
    this.#depth -= 1;
    return done;
  }
}

function countMarks(source: string): number {
  return source.match(/[*_~[\]<`]/g)?.length ?? 0;
}

const plainText = (text: string): MarkedToken => ({ type: 'text', raw: text, text });
const plainParagraph = (text: string): MarkedToken => ({
  type: 'paragraph',
  raw: text,
  text,
  tokens: [plainText(text)],
});

const kinds: Readonly<Record<MarkedToken['type'], true>> = {
  blockquote: true,
  br: true,
  checkbox: true,
  code: true,
  codespan: true,
  def: true,
  del: true,
  em: true,
  escape: true,
  heading: true,
  hr: true,
  html: true,
  image: true,
  link: true,
  list: true,
  list_item: true,
  paragraph: true,
  space: true,
  strong: true,
  table: true,
  text: true,
};

/** Of the parser's own kinds: it may be extended, and we have not. */
export function isKnown(token: Token): token is MarkedToken {
  return Object.hasOwn(kinds, token.type);
}
