import { marked, type Token, type Tokens } from 'marked';

/** How long a notification quotes a text; the whole text is one click away. */
const QUOTE_LENGTH = 280;

/** The words of a Markdown text, without its marks, in one line that is not longer than a notification has room for. */
export function quoteText(markdown: string): string {
  const line = wordsOf(marked.lexer(markdown)).replace(/\s+/g, ' ').trim();
  return line.length <= QUOTE_LENGTH ? line : `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…`;
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((token) => `${wordsOfToken(token)}${isBlock(token) ? ' ' : ''}`).join('');
}

function wordsOfToken(token: Token): string {
  if (isList(token)) return token.items.flatMap((item) => item.tokens.map(wordsOfToken)).join(' ');
  if (isTable(token))
    return [token.header, ...token.rows]
      .flat()
      .map((cell) => wordsOf(cell.tokens))
      .join(' ');
  if ('tokens' in token && token.tokens) return wordsOf(token.tokens);
  if (token.type === 'br' || token.type === 'space' || token.type === 'hr') return ' ';
  return 'text' in token && typeof token.text === 'string' ? unescaped(token.text) : token.raw;
}

const isList = (token: Token): token is Tokens.List => token.type === 'list';
const isTable = (token: Token): token is Tokens.Table => token.type === 'table';
const isBlock = (token: Token): boolean =>
  !['text', 'strong', 'em', 'del', 'codespan', 'link', 'escape', 'html'].includes(token.type);

/** The lexer escapes for HTML, and what is made here is text. */
function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => named[entity] ?? entity);
}
