import { Fragment, type ReactNode } from 'react';
import type { ConversationDetail } from '@/lib/contracts/http/conversation';

interface MessageTextProps {
  text: string;
  mentionedIds: readonly string[];
  members: ConversationDetail['members'];
}

/** Web addresses; what ends a sentence or closes a bracket is not part of one. */
const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** What somebody wrote, as they wrote it: addresses lead there, and who is mentioned stands out. */
export function MessageText({ text, mentionedIds, members }: MessageTextProps) {
  if (text === '') return null;
  const names = members.filter(({ id }) => mentionedIds.includes(id)).map(({ name }) => `@${name}`);
  return (
    <p className="max-w-prose pr-9 whitespace-pre-wrap wrap-anywhere" dir="auto">
      {split(text, address).map(({ part, isMatch }, index) =>
        isMatch ? (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
            key={index}
            href={part}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-accent underline"
          >
            {part}
          </a>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
          <Fragment key={index}>{withNames(part, names)}</Fragment>
        ),
      )}
    </p>
  );
}

function withNames(text: string, names: readonly string[]): ReactNode {
  if (names.length === 0) return text;
  const escaped = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return split(text, new RegExp(escaped.join('|'), 'g')).map(({ part, isMatch }, index) =>
    isMatch ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <strong key={index} className="font-strong text-accent">
        {part}
      </strong>
    ) : (
      part
    ),
  );
}

function split(text: string, pattern: RegExp): { part: string; isMatch: boolean }[] {
  const parts: { part: string; isMatch: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) parts.push({ part: text.slice(end, match.index), isMatch: false });
    parts.push({ part: match[0], isMatch: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ part: text.slice(end), isMatch: false });
  return parts;
}
