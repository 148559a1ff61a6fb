'use client';

import { clsx } from 'clsx';
import { Square, SquareCheck } from 'lucide-react';
import type { MarkedToken, Token, Tokens } from 'marked';
import { Fragment, type ReactNode, useMemo } from 'react';
import { Icon } from '@/components/ui/icon';
import { decodeReferences } from '@/lib/client/markdown/decode-references';
import { linkTarget } from '@/lib/client/markdown/link-target';
import { isKnown, parseMarkdown } from '@/lib/client/markdown/parse-markdown';
import { useText } from '@/lib/client/text/text-context';

/**
 * A body as it was meant: from text to elements directly, never through HTML, so that no markup of its writer can become
 * markup of the page. Headings begin below those of the page. To be loaded lazily: a list of announcements needs none of it.
 */
export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return (
    <div className="grid min-w-0 gap-4 wrap-anywhere" dir="auto">
      {renderAll(blocks)}
    </div>
  );
}

function renderAll(tokens: readonly Token[] | undefined): ReactNode {
  return tokens?.map((token, index) => (
    <Fragment key={placeKey(index)}>{isKnown(token) ? render(token) : token.raw}</Fragment>
  ));
}

/** The tree is made anew from the text each time: a place in it is all the identity a token has. */
const placeKey = (index: number) => `${index}`;

function render(token: MarkedToken): ReactNode {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'text':
      return token.tokens ? renderAll(token.tokens) : decodeReferences(token.text);
    case 'escape':
    case 'html':
      return token.text;
    case 'paragraph':
      return <p>{renderAll(token.tokens)}</p>;
    case 'heading':
      return <Heading depth={token.depth}>{renderAll(token.tokens)}</Heading>;
    case 'blockquote':
      return (
        <blockquote className="grid gap-3 border-l-2 pl-4 text-ink-2">{renderAll(token.tokens)}</blockquote>
      );
    case 'code':
      return (
        <pre className="rounded-md bg-sunken p-3 font-mono text-sm whitespace-pre-wrap">
          <code>{token.text}</code>
        </pre>
      );
    case 'codespan':
      return <code className="rounded-sm bg-sunken px-1 font-mono text-sm">{token.text}</code>;
    case 'list':
      return <List list={token} />;
    case 'list_item':
      return <li>{renderAll(token.tokens)}</li>;
    case 'checkbox':
      return <TaskBox checked={token.checked} />;
    case 'table':
      return <Table table={token} />;
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'strong':
      return <strong className="font-strong">{renderAll(token.tokens)}</strong>;
    case 'em':
      return <em>{renderAll(token.tokens)}</em>;
    case 'del':
      return <del>{renderAll(token.tokens)}</del>;
    case 'link':
      return <TextLink link={token}>{renderAll(token.tokens)}</TextLink>;
    case 'image':
      // A picture from elsewhere would tell its host who reads what, and when.
      return <TextLink link={token}>{decodeReferences(token.text) || token.href}</TextLink>;
  }
}

const headings = ['h3', 'h4', 'h5', 'h6'] as const;

function Heading({ depth, children }: { depth: number; children: ReactNode }) {
  const Element = headings[depth - 1] ?? 'h6';
  return <Element className={clsx('mt-2 font-strong', depth === 1 && 'text-lg')}>{children}</Element>;
}

function TextLink({ link, children }: { link: Tokens.Link | Tokens.Image; children: ReactNode }) {
  const target = linkTarget('autolink' in link && link.autolink ? link.href : decodeReferences(link.href));
  if (!target) return children;
  return (
    <a
      href={target.href}
      className="text-accent underline"
      {...(target.isOutside ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {})}
    >
      {children}
    </a>
  );
}

function List({ list }: { list: Tokens.List }) {
  const Element = list.ordered ? 'ol' : 'ul';
  const isTasks = list.items.some((item) => item.task);
  return (
    <Element
      className={clsx('grid gap-1', list.ordered ? 'list-decimal pl-6' : isTasks ? 'pl-1' : 'list-disc pl-6')}
      {...(list.ordered && list.start !== '' && list.start !== 1 ? { start: list.start } : {})}
    >
      {renderAll(list.items)}
    </Element>
  );
}

function TaskBox({ checked }: { checked: boolean }) {
  const text = useText().markdown;
  return (
    <Icon
      of={checked ? SquareCheck : Square}
      label={checked ? text.done : text.open}
      className="mr-2 inline-block align-[-0.15em]"
    />
  );
}

const alignments = { left: 'text-start', right: 'text-end', center: 'text-center' } as const;

function Table({ table }: { table: Tokens.Table }) {
  const text = useText().markdown;
  const cell = (align: Tokens.TableCell['align']) =>
    clsx('border-b px-2 py-1.5 align-top', alignments[align ?? 'left']);
  return (
    // Wider than the screen it scrolls by itself, also with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section aria-label={text.table} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-base">
        <thead>
          <tr>{cells(table.header, 'th', cell)}</tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={placeKey(index)}>{cells(row, 'td', cell)}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cells(
  row: readonly Tokens.TableCell[],
  Element: 'th' | 'td',
  className: (align: Tokens.TableCell['align']) => string,
): ReactNode {
  return row.map(({ tokens, align }, index) => (
    <Element key={placeKey(index)} className={clsx(className(align), Element === 'th' && 'font-strong')}>
      {renderAll(tokens)}
    </Element>
  ));
}
