/** As much as two lines of a list can show. */
const SHOWN = 300;

/**
 * The beginning of a Markdown text for a row of a list, without the marks that are mostly there. A row needs no parser:
 * a mark that is missed is a letter more, and the whole text is one click away.
 */
export function withoutMarks(markdown: string): string {
  return markdown
    .slice(0, SHOWN)
    .replace(/^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*|__|~~|`+/g, '')
    .replace(/(^|[\s(])[*_]([^\s*_][^*_]*)[*_](?=[\s).,;:!?]|$)/g, '$1$2');
}
